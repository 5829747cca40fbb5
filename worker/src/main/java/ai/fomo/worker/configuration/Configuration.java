package ai.fomo.worker.configuration;

import ai.fomo.learning.training.Device;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says, typed and checked. A service without a connection here is embedded.
 *
 * @param home where embedded services keep their data; absolute
 * @param temporalCli the {@code temporal} binary to use, otherwise one is looked for
 * @param sources how outside catalogues are spoken to
 * @param gatePolicy the file of the policy that models are judged by, otherwise the one that ships
 * @param device what trainings are to run on
 * @param featureCache bytes of features that are kept on the local disk
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
        SourceSettings sources,
        Optional<Path> gatePolicy,
        Device device,
        long featureCache,
        LogLevel logLevel) {
    /** Features of 8 million images by the default encoder, of 400,000 by {@code vgg16}, of 100,000 for its last block. */
    private static final long FEATURE_CACHE = 20L << 30;

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
                SourceSettings.from(variables),
                variables.path("FOMO_GATE_POLICY"),
                device(variables),
                variables.bytes("FOMO_FEATURE_CACHE", FEATURE_CACHE),
                LogLevel.from(variables));
    }

    private static Device device(Variables variables) {
        return variables
                .find("FOMO_DEVICE")
                .map(value -> Arrays.stream(Device.values())
                        .filter(device -> device.name().equals(value.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new ConfigurationException(
                                "FOMO_DEVICE is '" + value + "', but must be one of auto, cpu, gpu.")))
                .orElse(Device.AUTO);
    }

    /** Whether any service is ours to run, so that {@link #home} has an owner. */
    public boolean embedsAny() {
        return postgres.isEmpty() || s3.isEmpty() || temporal.isEmpty();
    }
}
