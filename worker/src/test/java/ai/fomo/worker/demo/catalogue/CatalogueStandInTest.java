package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueStandInTest {
    private static final int ALBUMS = 400;

    private final CatalogueStandIn standIn;
    private final StandInClient client;

    CatalogueStandInTest() throws IOException {
        standIn = CatalogueStandIn.start(1, ALBUMS, 0);
        client = new StandInClient(standIn);
    }

    @AfterAll
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/search?type=artist&q=genre:pop&limit=0, 400",
        "/v1/search?type=artist&q=genre:pop&limit=11, 400",
        "/v1/search?type=artist&q=genre:pop&offset=1001, 400",
        "/v1/search?type=artist&q=genre:pop&offset=x, 400",
        "/v1/search?type=album&q=genre:pop, 400",
        "/v1/search?type=artist&q=somebody, 400",
        "/v1/artists/nobody/albums, 404",
        "/v1/artists/nobody, 404",
        "/v1/artists?ids=nobody, 403",
        "/v1/albums?ids=nothing, 403",
        "/v1/me, 404",
        "/image/none.jpg, 404",
        "/image/none.jpg?size=999999999, 404",
    })
    void whatTheApiRefusesIsRefusedInItsForm(String path, int status) throws Exception {
        var response = client.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(StandInClient.json(response).at("/error/status").asInt()).isEqualTo(status);
    }

    @Test
    void aPartHasFiveEntriesWhereNobodySaysHowMany() throws Exception {
        JsonNode artists =
                client.document("/v1/search?type=artist&q=genre:%22pop%22").get("artists");
        assertThat(artists.get("items")).hasSize(5);
        assertThat(artists.get("limit").asInt()).isEqualTo(5);
        assertThat(artists.get("total").asInt())
                .isEqualTo(standIn.catalogue().playing("pop").size());
    }

    @Test
    void albumsOfOtherGroupsAreNone() throws Exception {
        String artist = standIn.catalogue().artists().get(0).id();
        assertThat(client.document("/v1/artists/" + artist + "/albums?include_groups=single,appears_on")
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(client.document("/v1/artists/" + artist + "/albums?include_groups=album,single")
                        .get("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void everyAlbumOfTheCatalogueIsListedWithItsImagesAndLabels() throws Exception {
        int albums = 0;
        for (SyntheticArtist artist : standIn.catalogue().artists()) {
            JsonNode said = client.document("/v1/artists/" + artist.id());
            assertThat(said.get("genres")).extracting(JsonNode::asText).containsExactlyElementsOf(artist.labels());
            JsonNode listed = client.document("/v1/artists/" + artist.id() + "/albums?limit=10");
            assertThat(listed.get("items"))
                    .extracting(album -> album.get("id").asText())
                    .containsExactlyElementsOf(
                            artist.albums().stream().map(SyntheticAlbum::id).toList());
            albums += listed.get("items").size();
        }
        assertThat(albums).isEqualTo(ALBUMS);
    }

    @Test
    void anImageIsTheOneThatTheCatalogueDrawsAtTheWidthThatIsSaid() throws Exception {
        Map<Integer, SyntheticAlbum> oneOfEachWidth = new HashMap<>();
        standIn.catalogue()
                .artists()
                .forEach(artist -> artist.albums().forEach(album -> oneOfEachWidth.put(album.widest(), album)));
        for (SyntheticAlbum album : oneOfEachWidth.values()) {
            byte[] bytes = client.anonymous("/image/" + album.id() + ".jpg?size=" + album.widest())
                    .body();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(image.getWidth()).isEqualTo(album.widest());
            assertThat(bytes).isEqualTo(album.cover().jpeg(album.widest()));
        }
        assertThat(oneOfEachWidth.keySet()).containsExactlyInAnyOrder(300, 640);
    }

    @Test
    void extendedQuotaAnswersLongPartsAndBatches() throws Exception {
        try (CatalogueStandIn extended =
                CatalogueStandIn.start(1, ALBUMS, 0, StandInOptions.of(Behaviour.SPOTIFY_EXTENDED))) {
            StandInClient asking = new StandInClient(extended);
            String search = "/v1/search?type=artist&q=genre:pop&limit=";
            assertThat(asking.document(search + 50).at("/artists/limit").asInt())
                    .isEqualTo(50);
            assertThat(asking.get(search + 51).statusCode()).isEqualTo(400);

            SyntheticArtist artist = extended.catalogue().artists().get(0);
            JsonNode artists = asking.document("/v1/artists?ids=" + artist.id() + ",nobody");
            assertThat(artists.get("artists")).hasSize(2);
            assertThat(artists.at("/artists/0/id").asText()).isEqualTo(artist.id());
            assertThat(artists.at("/artists/1").isNull()).isTrue();
            JsonNode albums =
                    asking.document("/v1/albums?ids=" + artist.albums().get(0).id());
            assertThat(albums.at("/albums/0/artists/0/id").asText()).isEqualTo(artist.id());
            assertThat(asking.get("/v1/albums?ids=" + "x,".repeat(20) + "x").statusCode())
                    .isEqualTo(400);
            assertThat(asking.get("/v1/artists?ids=").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aSearchEndsWhereTheApiAnswersNoFurtherThoughMoreIsFound() throws Exception {
        StandInOptions flat = StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT).with(CoverStyle.FLAT);
        try (CatalogueStandIn large = CatalogueStandIn.start(1, 40_000, 0, flat)) {
            JsonNode last = new StandInClient(large)
                    .document("/v1/search?type=artist&q=genre:pop&limit=10&offset=1000")
                    .get("artists");
            assertThat(last.get("total").asInt()).isGreaterThan(1_010);
            assertThat(last.get("items")).hasSize(10);
            assertThat(last.get("next").isNull()).isTrue();
            assertThat(large.truth(List.of("pop")).searches()).isEqualTo(101);
        }
    }

    @Test
    void aPortThatIsTakenIsAnError() {
        assertThatThrownBy(() -> CatalogueStandIn.start(1, 1, standIn.address().getPort()))
                .isInstanceOf(BindException.class);
    }
}
