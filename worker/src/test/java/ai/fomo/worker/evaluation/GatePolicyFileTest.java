package ai.fomo.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatePolicyFileTest {
    private static Configuration configured(Path file) {
        return Configuration.from(Map.of("FOMO_GATE_POLICY", file.toString()));
    }

    @Test
    void withNothingConfiguredModelsAreJudgedByThePolicyThatShips() {
        assertThat(GatePolicyFile.of(Configuration.from(Map.of()))).isEqualTo(GatePolicyYaml.standard());
    }

    @Test
    void aConfiguredFileIsTakenAsItIs(@TempDir Path directory) throws IOException {
        String yaml = "# ours\nversion: 7\nrules:\n  - rule: better-than-chance\n    confidence: 0.9\n";
        Path file = Files.writeString(directory.resolve("ours.yaml"), yaml);

        assertThat(GatePolicyFile.of(configured(file))).asString().isEqualTo(yaml);
    }

    @Test
    void aWorkerIsRefusedAPolicyThatCannotBeUsed(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ours.yaml"), "version: 1\nrules:\n  - rule: be-nice\n");

        assertThatThrownBy(() -> GatePolicyFile.of(configured(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "FOMO_GATE_POLICY: " + file + ": gate policy, line 3: there is no rule 'be-nice'");
    }

    @Test
    void aWorkerIsRefusedAPolicyThatIsNotThere(@TempDir Path directory) {
        Path file = directory.resolve("none.yaml");

        assertThatThrownBy(() -> GatePolicyFile.of(configured(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FOMO_GATE_POLICY: gate policy " + file
                        + " cannot be read; is it a file, and may you read it?");
        assertThatThrownBy(() -> GatePolicyFile.read(directory)).isInstanceOf(PolicyFileException.class);
    }
}
