package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FomoCommandTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path home;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return FomoCommand.execute(
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                () -> Configuration.from(environment),
                arguments);
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run(Map.of(), "doctor", "--frobnicate")).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("--frobnicate");
        assertThat(results.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aWrongVariableIsOneSentenceAndNoStackTrace() {
        assertThat(run(Map.of("FOMO_S3_PORT", "x"), "doctor")).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "fomo: FOMO_S3_PORT is 'x', but must be a port from 1 to 65535, or 0 for any free one.");
    }

    @Test
    void aStackTraceIsThereForWhoAsksForIt() {
        run(Map.of("FOMO_S3_PORT", "x"), "doctor", "--stacktrace");
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("at ai.fomo.worker.configuration.");
    }

    @Test
    void theDoctorsAnswerIsOneJsonDocument() throws IOException {
        run(Map.of("FOMO_HOME", home.toString()), "doctor", "--json");
        assertThat(new ObjectMapper().readTree(results.toByteArray()).findValuesAsText("name"))
                .contains("Java", "ND4J", "GPU", "Temporal program", "Temporal", "PostgreSQL", "S3", "Disk", "Memory");
    }

    @Test
    void anUnreachableServiceIsAFaultWithAdvice() throws IOException {
        int code = run(
                Map.of(
                        "FOMO_HOME", home.toString(),
                        "FOMO_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/fomo",
                        "FOMO_POSTGRES_USER", "fomo",
                        "FOMO_POSTGRES_PASSWORD", "fomo"),
                "doctor",
                "--json");
        assertThat(code).isEqualTo(ExitCode.FAILED.code());
        assertThat(new ObjectMapper().readTree(results.toByteArray())).anySatisfy(check -> {
            assertThat(check.get("name").asText()).isEqualTo("PostgreSQL");
            assertThat(check.get("verdict").asText()).isEqualTo("FAULT");
            assertThat(check.get("advice").asText()).contains("FOMO_POSTGRES_URL");
        });
    }
}
