package ai.fomo.worker.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.learning.image.ThumbnailMaker;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import ai.fomo.sources.catalogue.Step;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.worker.dataset.DatasetImport;
import ai.fomo.worker.dataset.ImportPlan;
import ai.fomo.worker.dataset.ImportRequest;
import ai.fomo.worker.dataset.LabelRules;
import ai.fomo.workflows.catalogue.CoverRequest;
import ai.fomo.workflows.catalogue.CoverResult;
import ai.fomo.workflows.catalogue.CoverResult.Refused;
import ai.fomo.workflows.catalogue.CoverResult.Stored;
import ai.fomo.workflows.catalogue.ListingRequest;
import ai.fomo.workflows.catalogue.RateLimited;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit fills it
final class CoverActivitiesIT {
    @TempDir
    static Path directory;

    private static CatalogueServices services;

    @BeforeAll
    static void start() throws Exception {
        services = new CatalogueServices(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        services.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aCoverIsStoredWithItsBytesItsSizeItsLabelsAndItsFingerprint(String format) {
        String name = "stored-" + format;
        ScriptedSource source = source(name, album("x", "a"));
        byte[] image = picture(60, 40, Color.RED, format);
        source.images.put("http://images/x", image);

        assertThat(fetch(name, "x")).isEqualTo(new Stored(true));

        Cover cover = cover(name, "x").orElseThrow();
        assertThat(services.blobs().get(BlobKind.COVERS, cover.image())).isEqualTo(image);
        assertThat(List.of(cover.width(), cover.height())).containsExactly(60, 40);
        assertThat(cover.labels()).containsExactly(new SourceLabel("jazz", LabelKind.QUERY));
        assertThat(cover.group()).isEqualTo("artist:a");
        assertThat(new FingerprintStore(services.jdbi()).missing(name)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"cmyk.jpg", "quarters.webp"})
    void whatShopsAndCataloguesSendIsRead(String file) throws IOException {
        String name = "sent-" + file;
        ScriptedSource source = source(name, album("x", "a"));
        source.images.put("http://images/x", resource(file));

        assertThat(fetch(name, "x")).isEqualTo(new Stored(true));
    }

    @Test
    void aCoverThatLiesOnItsSideIsStoredAndFingerprintedUpright() throws UnusableImageException {
        ScriptedSource source = source("on-its-side", album("x", "a"));
        byte[] lying = onItsSide(drawn(60, 40, Color.RED, "jpeg", 0, 0));
        source.images.put("http://images/x", lying);

        assertThat(fetch("on-its-side", "x")).isEqualTo(new Stored(true));

        Cover cover = cover("on-its-side", "x").orElseThrow();
        assertThat(services.blobs().get(BlobKind.COVERS, cover.image())).isEqualTo(lying);
        assertThat(List.of(cover.width(), cover.height())).containsExactly(40, 60);
        // A quarter turn to the right brings what was left to the top, and what was above to the right.
        Thumbnail upright = ThumbnailMaker.of(drawn(40, 60, Color.RED, "png", 20, 0));
        Thumbnail stored = Objects.requireNonNull(
                new FingerprintStore(services.jdbi()).of(List.of(cover.image())).get(cover.image()));
        for (int i = 0; i < Thumbnail.BYTES; i++) {
            assertThat(stored.pixels()[i] & 0xFF).as("pixel " + i).isCloseTo(upright.pixels()[i] & 0xFF, within(24));
        }
    }

    @Test
    void anImageThatLiesOnItsSideHasOneSizeWhetherItIsFetchedOrImported(@TempDir Path directory) throws IOException {
        byte[] lying = onItsSide(drawn(66, 44, Color.RED, "jpeg", 0, 0));
        source("fetched", album("x", "a")).images.put("http://images/x", lying);
        Files.write(directory.resolve("x"), lying);
        Path csv = Files.writeString(directory.resolve("labels.csv"), "file,labels\nx,jazz\n");

        fetch("fetched", "x");
        new DatasetImport(services.database(), services.blobs())
                .run(
                        ImportPlan.of(
                                new ImportRequest("imported", csv, directory, new LabelRules.FromLabels(), false)),
                        done -> {});

        for (String source : List.of("fetched", "imported")) {
            Cover cover = cover(source, "x").orElseThrow();
            assertThat(List.of(cover.width(), cover.height())).as(source).containsExactly(44, 66);
        }
    }

    @Test
    void aResultThatWasLostIsToldAgainWithoutAsking() {
        ScriptedSource source = source("lost", album("x", "a"), album("gone", "a"));
        source.images.put("http://images/x", picture(30, 30, Color.BLUE, "png"));

        CoverResult stored = fetch("lost", "x");
        CoverResult refused = fetch("lost", "gone");

        assertThat(fetch("lost", "x")).isEqualTo(stored);
        assertThat(fetch("lost", "gone")).isEqualTo(refused).isInstanceOf(Refused.class);
        assertThat(source.asked).filteredOn(asked -> asked.startsWith("http")).hasSize(2);
        assertThat(new CoverStore(services.jdbi()).count("lost")).isOne();
        assertThat(new CoverStore(services.jdbi()).refusals("lost")).isOne();
    }

    @Test
    void whatIsNoUsableImageIsRefusedForGood() {
        byte[] whole = picture(300, 300, Color.GREEN, "jpeg");
        byte[] huge = picture(30, 30, Color.GREEN, "png");
        // The size is in the header: 16,777,216 pixels wide.
        huge[16] = 1;
        ScriptedSource source = source("unusable", album("cut", "a"), album("text", "a"), album("huge", "a"));
        source.images.put("http://images/cut", Arrays.copyOf(whole, whole.length / 2));
        source.images.put("http://images/text", "<html>not found</html>".getBytes(StandardCharsets.UTF_8));
        source.images.put("http://images/huge", huge);

        for (String album : List.of("cut", "text", "huge")) {
            assertThat(fetch("unusable", album)).isInstanceOf(Refused.class);
            assertThat(fetch("unusable", album)).isInstanceOf(Refused.class);
        }

        assertThat(source.asked).filteredOn(asked -> asked.startsWith("http")).hasSize(3);
        assertThat(new CoverStore(services.jdbi()).refusals("unusable")).isEqualTo(3);
    }

    @Test
    void theSameBytesUnderAnotherAlbumOfTheArtistAreNoSecondCover() {
        ScriptedSource source = source("same", album("x", "a"), album("y", "a"), album("z", "b"));
        for (String album : List.of("x", "y", "z")) {
            source.images.put("http://images/" + album, picture(31, 31, Color.RED, "png"));
        }

        assertThat(fetch("same", "x")).isEqualTo(new Stored(true));
        assertThat(fetch("same", "y")).isEqualTo(new Stored(false));
        assertThat(fetch("same", "z")).isEqualTo(new Stored(true));
        assertThat(fetch("same", "y")).isEqualTo(new Stored(false));

        assertThat(cover("same", "y")).isEmpty();
        assertThat(new CoverStore(services.jdbi()).count("same")).isEqualTo(2);
    }

    @Test
    void theSameBytesFetchedAtOnceAreOneCover() throws Exception {
        List<Album> albums = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            albums.add(album("x" + i, "a"));
        }
        ScriptedSource source = source("at-once", albums.toArray(Album[]::new));
        albums.forEach(album -> source.images.put(album.imageUrl(), picture(33, 33, Color.PINK, "png")));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<CoverResult>> fetches = albums.stream()
                    .<Callable<CoverResult>>map(album -> () -> fetch("at-once", album.id()))
                    .toList();
            List<CoverResult> results = new ArrayList<>();
            for (Future<CoverResult> done : pool.invokeAll(fetches, 60, TimeUnit.SECONDS)) {
                results.add(done.get());
            }
            assertThat(results).filteredOn(new Stored(true)::equals).hasSize(1);
        } finally {
            pool.shutdownNow();
        }

        assertThat(new CoverStore(services.jdbi()).count("at-once")).isOne();
    }

    @Test
    void imagesHaveAPaceOfTheirOwn() {
        ScriptedSource source = source("paced-images", album("x", "a"), album("y", "a"));
        source.imagePace = Optional.of(new Pace(1, Duration.ofSeconds(1)));
        source.images.put("http://images/x", picture(30, 30, Color.BLUE, "png"));

        assertThat(fetch("paced-images", "x")).isEqualTo(new Stored(true));
        assertThat(fetch("paced-images", "y"))
                .isEqualTo(new RateLimited(
                        "spotify@paced-images-covers", services.now.get().plusSeconds(1), false));
        assertThat(source.asked).doesNotContain("http://images/y");
    }

    @Test
    void aServerOfImagesThatWantsToBeLeftAloneIsLeftAloneByAll() {
        ScriptedSource source = source("closed-images", album("x", "a"), album("y", "a"));
        source.fault = new RateLimitedException("the images' server", Duration.ofMinutes(5));
        RateLimited closed = new RateLimited(
                "spotify@closed-images-covers", services.now.get().plusSeconds(300), true);

        assertThat(fetch("closed-images", "x")).isEqualTo(closed);
        assertThat(fetch("closed-images", "y")).isEqualTo(closed);

        assertThat(source.asked).doesNotContain("http://images/y");
    }

    @Test
    void anImageThatDidNotComeThisTimeIsAskedForAgain() {
        ScriptedSource source = source("broken-off", album("x", "a"));
        source.images.put("http://images/x", picture(30, 30, Color.BLUE, "png"));
        source.fault = new SourceUnavailableException("the connection broke off", null);

        assertThatThrownBy(() -> fetch("broken-off", "x")).rootCause().hasMessageContaining("the connection broke off");

        assertThat(fetch("broken-off", "x")).isEqualTo(new Stored(true));
    }

    @Test
    void anAlbumThatWasNeverListedIsAMistake() {
        source("listed-nothing");

        assertThatThrownBy(() -> fetch("listed-nothing", "x"))
                .rootCause()
                .hasMessageContaining("has listed no album 'x'");
    }

    /** A source that has listed the albums. */
    private static ScriptedSource source(String name, Album... albums) {
        ScriptedSource source = services.source(name);
        source.listings.put(
                new Step.Search(null), new Listing(List.of(), List.of(albums), 0, false, albums.length, null));
        services.api()
                .listAlbums(new ListingRequest(name, "jazz", services.now.get().minus(Duration.ofDays(30))));
        return source;
    }

    private static CoverResult fetch(String source, String album) {
        return services.covers().fetchCover(new CoverRequest(source, album));
    }

    private static Optional<Cover> cover(String source, String album) {
        return new CoverStore(services.jdbi()).find(source, album);
    }

    private static Album album(String id, String artist) {
        return new Album(id, "Album " + id, artist, "Artist " + artist, List.of(), "http://images/" + id, 640);
    }

    /** As a camera writes what it took while it was turned to the left: orientation 6. */
    private static byte[] onItsSide(byte[] jpeg) {
        byte[] exif = HexFormat.of()
                .parseHex("ffe1002245786966" + "00004d4d002a00000008" + "0001" + "0112000300000001" + "00060000"
                        + "00000000");
        ByteBuffer joined = ByteBuffer.allocate(jpeg.length + exif.length);
        return joined.put(jpeg, 0, 2).put(exif).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] picture(int width, int height, Color colour, String format) {
        return drawn(width, height, colour, format, width / 4, height / 4);
    }

    private static byte[] drawn(int width, int height, Color colour, String format, int x, int y) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(x, y, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CoverActivitiesIT.class.getResourceAsStream("/catalogue/" + file), file)) {
            return in.readAllBytes();
        }
    }
}
