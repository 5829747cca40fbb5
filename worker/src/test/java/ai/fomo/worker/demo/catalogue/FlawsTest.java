package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.learning.image.ImageDecoder;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.ImageType;
import ai.fomo.learning.image.UnusableImageException;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlawsTest {
    private static final SyntheticCatalogue CATALOGUE = SyntheticCatalogue.of(1, 40);
    private static final SyntheticArtist ARTIST = CATALOGUE.artists().get(0);
    private static final SyntheticAlbum ALBUM = ARTIST.albums().get(0);
    private static final String LIST = "/v1/artists/" + ARTIST.id() + "/albums?limit=50";
    private static final String IMAGE = "/image/" + ALBUM.id() + ".jpg?size=64";

    @Test
    void theyHitTheShareThatWasAskedForWithEveryKind() {
        Flaws flaws = Flaws.ofEveryKind(0.05);
        Set<Flaw> seen = EnumSet.noneOf(Flaw.class);
        int hit = 0;
        for (int i = 0; i < 20_000; i++) {
            var flaw = flaws.ofAlbum(1, "album" + i);
            flaw.ifPresent(seen::add);
            flaws.ofArtist(1, "artist" + i).ifPresent(seen::add);
            hit += flaw.isPresent() ? 1 : 0;
        }
        assertThat(hit).isBetween(850, 1_150);
        assertThat(seen).containsExactlyInAnyOrder(Flaw.values());
        assertThat(flaws.ofAlbum(1, "album7")).isEqualTo(flaws.ofAlbum(1, "album7"));
    }

    @Test
    void genresAreNullEmptyOrNotThere() throws Exception {
        assertThat(artist(Flaw.NULL_GENRES).get("genres").isNull()).isTrue();
        assertThat(artist(Flaw.EMPTY_GENRES).get("genres")).isEmpty();
        assertThat(artist(Flaw.MISSING_GENRES).has("genres")).isFalse();
    }

    @Test
    void anArtistWhoIsGoneIsFoundAllTheSame() throws Exception {
        try (CatalogueStandIn standIn = with(Flaw.ARTIST_GONE)) {
            StandInClient client = new StandInClient(standIn);
            String genre = ARTIST.genres().get(0);
            JsonNode found = client.document("/v1/search?type=artist&q=genre:" + genre);
            assertThat(found.at("/artists/items"))
                    .extracting(entry -> entry.get("id").asText())
                    .contains(ARTIST.id());
            assertThat(client.get(LIST).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nullsStandBesideTheEntriesAndAreCounted() throws Exception {
        JsonNode albums = list(Flaw.NULL_ALBUM);
        assertThat(albums.get("total").asInt()).isEqualTo(2 * ARTIST.albums().size());
        assertThat(albums.get("items").get(1).isNull()).isTrue();
        try (CatalogueStandIn standIn = with(Flaw.NULL_ARTIST)) {
            JsonNode found = new StandInClient(standIn)
                    .document(
                            "/v1/search?type=artist&q=genre:" + ARTIST.genres().get(0));
            assertThat(found.at("/artists/items/1").isNull()).isTrue();
        }
    }

    @Test
    void imagesAreFewerOrLessSaidOfThem() throws Exception {
        assertThat(list(Flaw.NO_IMAGES).at("/items/0/images")).isEmpty();
        assertThat(list(Flaw.NULL_SIZES).at("/items/0/images/0/width").isNull()).isTrue();
        assertThat(list(Flaw.MISSING_SIZES).at("/items/0/images/0").has("width"))
                .isFalse();
    }

    @Test
    void aCoverIsGoneFromTheBeginningOrOnceItsAlbumWasListed() throws Exception {
        try (CatalogueStandIn standIn = with(Flaw.COVER_GONE)) {
            assertThat(new StandInClient(standIn).anonymous(IMAGE).statusCode()).isEqualTo(404);
        }
        try (CatalogueStandIn standIn = with(Flaw.COVER_VANISHES)) {
            StandInClient client = new StandInClient(standIn);
            assertThat(client.anonymous(IMAGE).statusCode()).isEqualTo(200);
            client.document(LIST);
            assertThat(client.anonymous(IMAGE).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anImageThatIsNoneOrNotWholeIsRefusedByTheDecoder() throws Exception {
        for (Flaw flaw : List.of(Flaw.TRUNCATED_IMAGE, Flaw.NOT_AN_IMAGE)) {
            byte[] bytes = image(flaw);
            assertThatThrownBy(() -> ImageDecoder.decode(bytes))
                    .as("%s", flaw)
                    .isInstanceOf(UnusableImageException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(CoverStyle.class)
    void anUnusualImageIsTheSamePictureInAnotherFormat(CoverStyle style) throws Exception {
        BufferedImage plain = ImageDecoder.decode(CoverFile.of(OfferedAlbum.of(ALBUM, null), style, 64));
        for (Flaw flaw : List.of(Flaw.CMYK, Flaw.WEBP, Flaw.ROTATED)) {
            byte[] bytes = CoverFile.of(OfferedAlbum.of(ALBUM, flaw), style, 64);
            assertThat(ImageInspector.inspect(bytes).type())
                    .isEqualTo(flaw == Flaw.WEBP ? ImageType.WEBP : ImageType.JPEG);
            BufferedImage decoded = ImageDecoder.decode(bytes);
            assertThat(decoded.getWidth()).as("%s", flaw).isEqualTo(64);
            // A quarter turn to the right is what orientation 6 asks for.
            int far = flaw == Flaw.ROTATED ? distance(plain, decoded, true) : distance(plain, decoded, false);
            assertThat(far).as("%s", flaw).isLessThan(flaw == Flaw.WEBP ? 80 : 12);
        }
    }

    @Test
    void duplicatesHaveIdsOfTheirOwnAndTheSameImage() throws Exception {
        for (Flaw flaw : List.of(Flaw.SAME_URL, Flaw.SAME_BYTES)) {
            try (CatalogueStandIn standIn = with(flaw)) {
                StandInClient client = new StandInClient(standIn);
                JsonNode items = client.document(LIST).get("items");
                int count = ARTIST.albums().size();
                JsonNode first = items.get(0);
                JsonNode again = items.get(count);
                assertThat(again.get("id")).isNotEqualTo(first.get("id"));
                assertThat(again.get("name")).isEqualTo(first.get("name"));
                String url = first.at("/images/0/url").asText();
                String other = again.at("/images/0/url").asText();
                assertThat(other.equals(url)).isEqualTo(flaw == Flaw.SAME_URL);
                assertThat(client.anonymous(other).body())
                        .isEqualTo(client.anonymous(url).body());
            }
        }
    }

    @Test
    void aCompilationIsCreditedToVariousArtists() throws Exception {
        JsonNode album = list(Flaw.COMPILATION).at("/items/0");
        assertThat(album.at("/artists/0/name").asText()).isEqualTo("Various Artists");
        assertThat(album.get("album_type").asText()).isEqualTo("compilation");
    }

    @Test
    void flatCoversAreAllDifferent() {
        Set<Integer> seen = new HashSet<>();
        SyntheticCatalogue.of(2, 500)
                .artists()
                .forEach(artist -> artist.albums()
                        .forEach(album -> seen.add(
                                Arrays.hashCode(CoverFile.of(OfferedAlbum.of(album, null), CoverStyle.FLAT, 96)))));
        assertThat(seen).hasSize(500);
    }

    private static int distance(BufferedImage one, BufferedImage other, boolean turned) {
        long sum = 0;
        int size = one.getWidth();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int a = one.getRGB(x, y);
                int b = turned ? other.getRGB(size - 1 - y, x) : other.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
                }
            }
        }
        return (int) (sum / (3L * size * size));
    }

    private static JsonNode artist(Flaw flaw) throws Exception {
        try (CatalogueStandIn standIn = with(flaw)) {
            return new StandInClient(standIn).document("/v1/artists/" + ARTIST.id());
        }
    }

    private static JsonNode list(Flaw flaw) throws Exception {
        try (CatalogueStandIn standIn = with(flaw)) {
            return new StandInClient(standIn).document(LIST);
        }
    }

    private static byte[] image(Flaw flaw) throws Exception {
        try (CatalogueStandIn standIn = with(flaw)) {
            return new StandInClient(standIn).anonymous(IMAGE).body();
        }
    }

    private static CatalogueStandIn with(Flaw flaw) throws Exception {
        StandInOptions options = StandInOptions.of(Behaviour.SPOTIFY_EXTENDED)
                .with(CoverStyle.FLAT)
                .with(new Flaws(1, Set.of(flaw)));
        return CatalogueStandIn.start(1, 40, 0, options);
    }
}
