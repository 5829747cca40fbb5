package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
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

    @Test
    void itSaysWhatToSetAndWhichCommandSyncsFromIt() throws Exception {
        assertThat(firstLines(
                        "stand-in", "--mode", "extended", "--albums", "20", "--faults", "0.1", "--long-wait", "2s"))
                .containsPattern("FOMO_SPOTIFY_API=(http://127\\.0\\.0\\.1:\\d+) FOMO_SPOTIFY_ACCOUNTS=\\1")
                .contains("FOMO_SPOTIFY_MODE=extended", "fomo catalogue sync stand-in --from spotify");
        assertThat(firstLines("stand-in", "--musicbrainz", "--albums", "20"))
                .containsPattern("FOMO_MUSICBRAINZ_API=(http://127\\.0\\.0\\.1:\\d+) FOMO_COVERART_API=\\1")
                .contains("FOMO_MUSICBRAINZ_CONTACT=", "fomo catalogue sync stand-in --from musicbrainz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--albums=0", "--port=65536", "--faults=1.5", "--faults=-1", "--mode=premium", "--long-wait=soon"
            })
    void whatMakesNoSenseIsWrongUsage(String argument) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(run(nowhere, "stand-in", argument)).isEqualTo(ExitCode.WRONG_USAGE.code());
    }

    /** What is printed until it only serves. */
    private static String firstLines(String... arguments) throws Exception {
        try (PipedInputStream printed = new PipedInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8))) {
            PrintStream results = new PrintStream(new PipedOutputStream(printed), true, StandardCharsets.UTF_8);
            Thread command = new Thread(() -> run(results, arguments));
            command.setDaemon(true);
            command.start();
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); !line.startsWith("Ctrl-C"); line = lines.readLine()) {
                text.append(line).append('\n');
            }
            command.interrupt();
            command.join();
            return text.toString();
        }
    }

    private static int run(PrintStream results, String... arguments) {
        PrintStream messages = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return FomoCommand.execute(results, messages, () -> Configuration.from(Map.of()), arguments);
    }
}
