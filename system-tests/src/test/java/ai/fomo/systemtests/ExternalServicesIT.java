package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.PlatformProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that others run, named by configuration alone; here they are those of another installation. */
class ExternalServicesIT {
    @Test
    void aWorkerNeverMigratesAndSaysWhoDoes(@TempDir Path directory) throws IOException, SQLException {
        try (FomoHome provider = FomoHome.in(directory.resolve("provider"))) {
            Map<String, String> services = services(provider);
            try (FomoHome fomo = FomoHome.in(directory.resolve("consumer"), services)) {
                CommandResult refused = fomo.run("worker");
                assertThat(refused.exitCode()).as("%s", refused).isEqualTo(1);
                assertThat(refused.standardError()).contains("fomo migrate").doesNotContain("\tat ");

                CommandResult migrated = fomo.run("migrate", "--json");
                assertThat(migrated.exitCode()).as("%s", migrated).isZero();

                PlatformProcess worker = fomo.start("worker", "--queues", "io");
                worker.waitForOutput("Serving", Duration.ofMinutes(1));
                assertThat(fomo.run("models", "--json").json()).isEmpty();
                worker.terminate();
                assertThat(worker.waitFor(Duration.ofSeconds(40))).isTrue();
                assertThat(FomoHome.servicesOf(fomo.data()))
                        .as("nothing embedded was started")
                        .isEmpty();
            }
        }
    }

    @Test
    void aServiceThatIsNotThereIsNamedInOneSentence(@TempDir Path directory) {
        Map<String, String> nowhere = Map.of(
                "FOMO_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/fomo",
                "FOMO_POSTGRES_USER", "fomo",
                "FOMO_POSTGRES_PASSWORD", "secret");
        try (FomoHome fomo = FomoHome.in(directory, nowhere)) {
            CommandResult result = fomo.run("migrate");

            assertThat(result.exitCode()).as("%s", result).isEqualTo(1);
            assertThat(result.standardError())
                    .contains("127.0.0.1:1", "FOMO_POSTGRES_URL")
                    .doesNotContain("secret")
                    .doesNotContain("\tat ");
        }
    }

    private static Map<String, String> services(FomoHome provider) throws IOException, SQLException {
        PlatformProcess up = provider.start("up", "--json");
        up.waitForOutput("\"pid\"", Duration.ofMinutes(2));
        JsonNode running = new ObjectMapper().readTree(up.standardOutput());
        JsonNode keys = new ObjectMapper()
                .readTree(provider.data().resolve("s3-keys.json").toFile());
        String url = running.at("/postgres").asText();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database consumer");
        }
        return Map.of(
                "FOMO_POSTGRES_URL",
                url.substring(0, url.lastIndexOf('/') + 1) + "consumer",
                "FOMO_POSTGRES_USER",
                "postgres",
                "FOMO_POSTGRES_PASSWORD",
                "trusted",
                "FOMO_S3_ENDPOINT",
                running.at("/s3").asText(),
                "FOMO_S3_ACCESS_KEY",
                keys.at("/accessKey").asText(),
                "FOMO_S3_SECRET_KEY",
                keys.at("/secretKey").asText(),
                "FOMO_S3_BUCKET",
                "consumer",
                "TEMPORAL_ADDRESS",
                running.at("/temporal").asText());
    }
}
