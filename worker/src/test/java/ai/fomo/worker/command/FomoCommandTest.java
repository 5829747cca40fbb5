package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.worker.configuration.Configuration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FomoCommandTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path home;

    private static final String OURS = """
            version: 7
            rules:
              - rule: minimum-lift
                measure: mAP
                lift: 0.02
            """;

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

    @Test
    void theStandardPolicyIsPrintedToStartFrom() {
        assertThat(run(Map.of(), "gate", "policy", "--standard")).isZero();
        assertThat(results.toByteArray()).isEqualTo(GatePolicyYaml.standard());
    }

    @Test
    void thePolicyThatAWorkerWouldJudgeByIsThatOfTheEnvironment() throws IOException {
        Path file = Files.writeString(home.resolve("ours.yaml"), OURS);

        assertThat(run(Map.of("FOMO_GATE_POLICY", file.toString()), "gate", "policy", "--json"))
                .isZero();
        JsonNode document = new ObjectMapper().readTree(results.toByteArray());
        assertThat(document.at("/version").asInt()).isEqualTo(7);
        assertThat(document.at("/policy").asText())
                .isEqualTo(Sha256.of(OURS.getBytes(StandardCharsets.UTF_8)).hex());
        assertThat(document.at("/rules/0/rule").asText()).isEqualTo("minimum-lift");
        assertThat(document.at("/rules/0/parameters/measure").asText()).isEqualTo("mAP");
        assertThat(document.at("/rules/0/parameters/lift").asDouble()).isEqualTo(0.02);
        assertThat(document.at("/yaml").asText()).isEqualTo(OURS);
    }

    @Test
    void aGoodPolicyIsSaidToBeUsableAndABadOneIsOneSentence() throws IOException {
        Path good = Files.writeString(home.resolve("good.yaml"), OURS);
        Path bad = Files.writeString(home.resolve("bad.yaml"), OURS.replace("mAP", "mapp"));

        assertThat(run(Map.of(), "gate", "policy", good.toString())).isZero();
        assertThat(results.toString(StandardCharsets.UTF_8)).contains("can be used: version 7", "minimum-lift");
        assertThat(run(Map.of(), "gate", "policy", bad.toString())).isEqualTo(ExitCode.FAILED.code());
        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("fomo: " + bad + ": gate policy, line 4: there is no measure 'mapp'; did you mean 'mAP'");
    }

    @Test
    void aReplayByABadPolicyEndsBeforeAnyServiceStarts() {
        assertThat(run(Map.of(), "gate", "replay", "retrain-own-1", "--policy", "nowhere.yaml"))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("fomo: gate policy nowhere.yaml cannot be read; is it a file, and may you read it?");
    }
}
