package ai.fomo.worker.evaluation;

import ai.fomo.storage.evaluation.GatePolicyFormatException;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The YAML that models are judged by. */
public final class GatePolicyFile {
    private GatePolicyFile() {}

    /**
     * That of the configuration, otherwise the one that ships; it can be parsed.
     *
     * @throws ConfigurationException where it cannot
     */
    public static byte[] of(Configuration configuration) {
        return configuration.gatePolicy().map(GatePolicyFile::configured).orElseGet(GatePolicyYaml::standard);
    }

    /**
     * A file that can be parsed.
     *
     * @throws PolicyFileException where it cannot, or cannot be read
     */
    public static byte[] read(Path file) {
        try {
            byte[] yaml = Files.readAllBytes(file);
            GatePolicyYaml.parse(yaml);
            return yaml;
        } catch (IOException e) {
            throw new PolicyFileException(
                    "gate policy " + file + " cannot be read; is it a file, and may you read it?", e);
        } catch (GatePolicyFormatException e) {
            throw new PolicyFileException(file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] configured(Path file) {
        try {
            return read(file);
        } catch (PolicyFileException e) {
            throw new ConfigurationException("FOMO_GATE_POLICY: " + e.getMessage());
        }
    }
}
