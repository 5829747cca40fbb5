package ai.fomo.worker.configuration;

import java.nio.file.Path;
import java.util.Map;

/** A platform of a test's own, on whatever ports are free. */
public final class TestConfiguration {
    private TestConfiguration() {}

    /** The PATH is Java's own answer to where programs are, since nothing but the configuration reads the environment. */
    public static Map<String, String> variables(Path home) {
        String path = new ProcessBuilder().environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Map.of(
                "PATH",
                path,
                "FOMO_HOME",
                home.toString(),
                Variables.POSTGRES_PORT,
                "0",
                Variables.S3_PORT,
                "0",
                Variables.TEMPORAL_PORT,
                "0",
                Variables.TEMPORAL_UI_PORT,
                "0");
    }

    public static Configuration of(Path home) {
        return Configuration.from(variables(home));
    }
}
