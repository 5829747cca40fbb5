package ai.fomo.worker.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says, typed and checked. A service without a connection here is embedded.
 *
 * @param home where embedded services keep their data; absolute
 * @param temporalCli the {@code temporal} binary to use, otherwise one is looked for
 * @param gatePolicy the file of the policy that models are judged by, otherwise the one that ships
 * @param searchPath directories where programs are looked for
 */
public record Configuration(
        Path home,
        Optional<PostgresConnection> postgres,
        Optional<S3Connection> s3,
        Optional<TemporalConnection> temporal,
        Optional<Path> temporalCli,
        List<Path> searchPath,
        Ports ports,
        Optional<SpotifyCredentials> spotify,
        Optional<Path> gatePolicy,
        LogLevel logLevel) {

    /** @throws ConfigurationException for a value that cannot be */
    public static Configuration fromEnvironment() {
        return from(System.getenv());
    }

    /** @throws ConfigurationException for a value that cannot be */
    public static Configuration from(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new Configuration(
                variables
                        .path("FOMO_HOME")
                        .orElse(Path.of(".fomo").toAbsolutePath().normalize()),
                PostgresConnection.from(variables),
                S3Connection.from(variables),
                TemporalConnection.from(variables, environment),
                variables.path("FOMO_TEMPORAL_CLI"),
                variables.searchPath(),
                Ports.from(variables),
                SpotifyCredentials.from(variables),
                variables.path("FOMO_GATE_POLICY"),
                LogLevel.from(variables));
    }

    /** Whether any service is ours to run, so that {@link #home} has an owner. */
    public boolean embedsAny() {
        return postgres.isEmpty() || s3.isEmpty() || temporal.isEmpty();
    }
}
