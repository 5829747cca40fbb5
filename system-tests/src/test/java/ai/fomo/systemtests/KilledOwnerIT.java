package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.LabelledImages;
import ai.fomo.systemtests.harness.PlatformProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that owns services and worker dies without a word, in the middle of its work. */
@Tag("long")
class KilledOwnerIT {
    private static final Duration STAGE_LIMIT = Duration.ofMinutes(3);

    @Test
    void aRetrainingThatIsKilledInItsTrainingEndsInTheModelOfOneThatWasNot(@TempDir Path directory) {
        killWhenItSays(directory, List.of("epoch  3"));
    }

    @Test
    void aRetrainingThatIsKilledInSeveralStagesEndsInTheModelOfOneThatWasNot(@TempDir Path directory) {
        killWhenItSays(directory, List.of("features", "epoch  1", "epoch 12"));
    }

    /** @param signs of progress; at each of them services and worker are killed, and started again */
    private static void killWhenItSays(Path directory, List<String> signs) {
        LabelledImages images = LabelledImages.draw(directory.resolve("own"), 240, 7);
        try (FomoHome fomo = FomoHome.in(directory)) {
            PlatformProcess up = fomo.up();
            CommandResult imported = fomo.run(
                    "dataset",
                    "import",
                    "--name",
                    "own",
                    "--csv",
                    images.csv().toString(),
                    "--images",
                    images.images().toString(),
                    "--classes-from-labels");
            assertThat(imported.exitCode()).as("%s", imported).isZero();

            PlatformProcess follower = fomo.start("retrain", "--dataset", "own");
            for (String sign : signs) {
                follower.waitForOutput(sign, STAGE_LIMIT);
                up.kill();
                assertThat(follower.standardOutput())
                        .as("the run has not ended yet")
                        .isEmpty();
                follower.kill();
                assertThat(FomoHome.servicesOf(fomo.data()))
                        .as("a killed owner leaves PostgreSQL and Temporal behind")
                        .isNotEmpty();
                up = fomo.up();
                follower = fomo.start("watch", "retrain-own-1", "--json");
            }

            assertThat(follower.waitFor(STAGE_LIMIT)).isTrue();
            JsonNode killed =
                    new CommandResult(follower.exitCode(), follower.standardOutput(), follower.standardError()).json();
            assertThat(killed.at("/outcome").asText()).isEqualTo("PROMOTED");
            assertThat(fomo.log()).as("the training went on from a checkpoint").contains("goes on behind epoch");
            CommandResult undisturbed = fomo.run("retrain", "--dataset", "own", "--json");
            assertThat(undisturbed.json().at("/model/digest")).isEqualTo(killed.at("/model/digest"));

            up.terminate();
            assertThat(up.waitFor(Duration.ofMinutes(1))).isTrue();
            assertThat(FomoHome.servicesOf(fomo.data())).isEmpty();
        }
    }
}
