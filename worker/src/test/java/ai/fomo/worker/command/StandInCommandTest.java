package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandInCommandTest {
    @Test
    void itAnswersAtTheAddressThatItPrintsUntilItIsEnded() throws Exception {
        try (PipedInputStream printed = new PipedInputStream()) {
            PrintStream results = new PrintStream(new PipedOutputStream(printed), true, StandardCharsets.UTF_8);
            Thread command = new Thread(() -> run(results, "stand-in", "--musicbrainz", "--albums", "20"));
            command.setDaemon(true);
            command.start();
            byte[] some = new byte[4_096];
            int length = printed.read(some);
            Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+")
                    .matcher(new String(some, 0, length, StandardCharsets.UTF_8));
            assertThat(address.find()).isTrue();

            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(address.group() + "/ws/2/release-group?query=tag:rock&fmt=json"))
                    .header("User-Agent", "test/1 (test@example.org)")
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode document = new ObjectMapper().readTree(response.body());
            assertThat(document.has("release-groups")).isTrue();

            command.interrupt();
            command.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--albums=0", "--port=65536", "--faults=1.5", "--faults=-1", "--mode=premium"})
    void whatMakesNoSenseIsWrongUsage(String argument) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(run(nowhere, "stand-in", argument)).isEqualTo(ExitCode.WRONG_USAGE.code());
    }

    private static int run(PrintStream results, String... arguments) {
        PrintStream messages = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return FomoCommand.execute(results, messages, () -> Configuration.from(Map.of()), arguments);
    }
}
