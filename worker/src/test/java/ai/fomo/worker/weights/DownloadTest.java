package ai.fomo.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets and calls what they are set by
class DownloadTest {
    private static final int LENGTH = 500_000;

    @TempDir
    private Path directory;

    private FileServer server;
    private Path target;
    private final Download download = new Download(Duration.ofMillis(1), Duration.ofSeconds(3));

    @BeforeEach
    void start() throws IOException {
        server = new FileServer(content(1));
        target = directory.resolve("downloads").resolve("vgg16.h5");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileArrivesWholeAndNothingElseIsLeft() throws Exception {
        List<Long> progress = new ArrayList<>();

        download.fetch(server.address(), target, sha256(content(1)), (done, total) -> {
            assertThat(total).isEqualTo(LENGTH);
            progress.add(done);
        });

        assertThat(target).hasBinaryContent(content(1));
        assertThat(files()).containsExactly("vgg16.h5");
        assertThat(progress).isSorted().endsWith((long) LENGTH);
    }

    @Test
    void afterACutItGoesOnWhereItStopped() throws Exception {
        server.cutAfter = 200_000;
        server.cuts.set(2);

        fetch(content(1));

        assertThat(target).hasBinaryContent(content(1));
        assertThat(server.asked)
                .hasSize(3)
                .startsWith("")
                .allMatch(range -> range.isEmpty() || range.startsWith("bytes="));
        assertThat(server.asked.get(2)).isNotEqualTo(server.asked.get(1)).isNotEmpty();
    }

    @Test
    void aLaterCommandGoesOnWithWhatAnEarlierOneHas() throws Exception {
        leavePart(content(1), 123_456, "\"one\"", LENGTH);

        fetch(content(1));

        assertThat(target).hasBinaryContent(content(1));
        assertThat(server.asked).containsExactly("bytes=123456-");
        assertThat(files()).containsExactly("vgg16.h5");
    }

    @Test
    void aServerThatKnowsNoRangesSendsItAllAgain() throws Exception {
        leavePart(content(1), 123_456, "\"one\"", LENGTH);
        server.ranges = false;

        fetch(content(1));

        assertThat(target).hasBinaryContent(content(1));
        assertThat(server.asked).containsExactly("bytes=123456-");
    }

    @Test
    void aFileThatIsAnotherOneNowIsFetchedFromItsBeginning() throws Exception {
        leavePart(content(1), 123_456, "\"one\"", LENGTH);
        server.content = content(2);
        server.tag = "\"two\"";

        fetch(content(2));

        assertThat(target).hasBinaryContent(content(2));
    }

    @Test
    void withoutATagAnotherLengthTellsThatItIsAnotherFile() throws Exception {
        leavePart(content(1), 123_456, "", LENGTH);
        server.tag = "";
        server.content = Arrays.copyOf(content(2), LENGTH - 1000);

        fetch(server.content);

        assertThat(target).hasBinaryContent(Arrays.copyOf(content(2), LENGTH - 1000));
        assertThat(server.asked).containsExactly("bytes=123456-", "");
    }

    @Test
    void aPartThatIsLongerThanTheFileIsThrownAway() throws Exception {
        server.content = Arrays.copyOf(content(1), 1000);
        server.tag = "";
        leavePart(content(1), 123_456, "", LENGTH);

        fetch(server.content);

        assertThat(target).hasBinaryContent(Arrays.copyOf(content(1), 1000));
    }

    @Test
    void aPartOfWhichNobodyKnowsWhatItBelongsToIsThrownAway() throws Exception {
        Files.createDirectories(target.getParent());
        Files.write(directory.resolve("downloads/vgg16.h5.part"), new byte[100]);

        fetch(content(1));

        assertThat(target).hasBinaryContent(content(1));
        assertThat(server.asked).containsExactly("");
    }

    @Test
    void whatIsThereAlreadyIsNotFetchedAgain() throws Exception {
        fetch(content(1));
        server.asked.clear();

        fetch(content(1));

        assertThat(server.asked).isEmpty();
    }

    @Test
    void aWrongDigestNamesBothAndKeepsNothing() throws Exception {
        FileDigest expected = sha256(content(2));

        assertThatThrownBy(() -> download.fetch(server.address(), target, expected, (done, total) -> {}))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessageContaining(expected.toString())
                .hasMessageContaining(sha256(content(1)).toString())
                .hasMessageNotContaining("\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidAtOnce() throws Exception {
        server.status = 404;

        assertThatThrownBy(() -> fetch(content(1)))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessage(server.address() + " is not to be had, the server answers 404: say --from another address,"
                        + " or --file PATH");
        assertThat(server.asked).hasSize(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void aServerInTroubleIsAskedAFewTimes() {
        server.status = 503;

        assertThatThrownBy(() -> fetch(content(1)))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessageContaining("the server answers 503");
        assertThat(server.asked).hasSize(3);
    }

    @Test
    void aConnectionThatBringsNothingMoreIsGivenUpAndTriedAgain() throws Exception {
        server.cutAfter = 200_000;
        server.cuts.set(1);
        server.stalls = true;

        fetch(content(1));

        assertThat(target).hasBinaryContent(content(1));
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void aConnectionThatIsCutAtTheSamePlaceForeverEnds() {
        server.ranges = false;
        server.cutAfter = 1000;
        server.cuts.set(Integer.MAX_VALUE);

        assertThatThrownBy(() -> fetch(content(1)))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessageContaining("the connection was cut");
        assertThat(target).doesNotExist();
    }

    @Test
    void whereNobodyListensTheSentenceSaysWhatElseThereIs() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/vgg16.h5");
        }

        assertThatThrownBy(() -> download.fetch(nobody, target, sha256(content(1)), (done, total) -> {}))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessageContaining(nobody.toString())
                .hasMessageContaining("--file PATH")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() throws Exception {
        Files.writeString(directory.resolve("downloads"), "a file, no directory");

        assertThatThrownBy(() -> fetch(content(1)))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessageContaining("cannot be written");
    }

    private void fetch(byte[] expected) {
        download.fetch(server.address(), target, sha256(expected), (done, total) -> {});
    }

    private void leavePart(byte[] content, int bytes, String tag, int length) throws IOException {
        Files.createDirectories(directory.resolve("downloads"));
        Files.write(directory.resolve("downloads/vgg16.h5.part"), Arrays.copyOf(content, bytes));
        Files.writeString(directory.resolve("downloads/vgg16.h5.part.version"), tag + "\n" + length + "\n");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("downloads"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static FileDigest sha256(byte[] content) {
        return FileDigest.parse("sha256:" + Sha256.of(content));
    }

    private static byte[] content(long seed) {
        byte[] content = new byte[LENGTH];
        new Random(seed).nextBytes(content);
        return content;
    }
}
