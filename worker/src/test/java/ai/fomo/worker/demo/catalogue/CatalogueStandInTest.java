package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.AlbumPage;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.spotify.SpotifyConfiguration;
import ai.fomo.sources.spotify.SpotifySource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueStandInTest {
    private static final int ALBUMS = 400;

    static {
        // As the launcher sets it: without, the JDK's server waits some 40 ms before each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final CatalogueStandIn standIn;

    CatalogueStandInTest() throws IOException {
        standIn = CatalogueStandIn.start(1, ALBUMS, 0);
    }

    @AfterAll
    void stop() {
        standIn.close();
    }

    @Test
    void aTokenIsGivenInTheFormOfTheAccountsService() throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(address("/api/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        JsonNode token = mapper.readTree(response.body());
        has(token, JsonNodeType.STRING, "access_token", "token_type");
        has(token, JsonNodeType.NUMBER, "expires_in");
        assertThat(token.get("token_type").asText()).isEqualTo("Bearer");
    }

    @Test
    void aSearchHasTheFieldsAndTypesThatTheApiDeclares() throws Exception {
        JsonNode artists =
                get("/v1/search?type=artist&q=genre:%22pop%22&limit=6").get("artists");

        paging(artists);
        assertThat(artists.get("items")).hasSize(6).allSatisfy(artist -> {
            object(artist, "artist");
            has(artist, JsonNodeType.ARRAY, "genres", "images");
            has(artist, JsonNodeType.NUMBER, "popularity");
            has(artist, JsonNodeType.OBJECT, "followers");
        });
    }

    @Test
    void theAlbumsOfAnArtistHaveTheFieldsAndTypesThatTheApiDeclares() throws Exception {
        String artist = standIn.catalogue().artists().get(0).id();
        JsonNode albums = get("/v1/artists/" + artist + "/albums?limit=2");

        paging(albums);
        assertThat(albums.get("items")).isNotEmpty().allSatisfy(album -> {
            object(album, "album");
            has(album, JsonNodeType.STRING, "album_type", "album_group", "release_date", "release_date_precision");
            has(album, JsonNodeType.NUMBER, "total_tracks");
            has(album, JsonNodeType.ARRAY, "available_markets", "artists", "images");
            assertThat(album.get("artists")).hasSize(1).allSatisfy(primary -> object(primary, "artist"));
            assertThat(album.get("images")).isNotEmpty().allSatisfy(image -> {
                has(image, JsonNodeType.STRING, "url");
                has(image, JsonNodeType.NUMBER, "width", "height");
            });
        });
    }

    @Test
    void whatIsWrongIsToldInTheFormOfTheApi() throws Exception {
        HttpResponse<String> response = send("/v1/search?type=artist&q=genre:%22pop%22&limit=11", true);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = mapper.readTree(response.body()).get("error");
        has(error, JsonNodeType.NUMBER, "status");
        has(error, JsonNodeType.STRING, "message");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/search?type=artist&q=genre:pop&limit=0, 400",
        "/v1/search?type=artist&q=genre:pop&offset=1001, 400",
        "/v1/search?type=artist&q=genre:pop&offset=x, 400",
        "/v1/search?type=album&q=genre:pop, 400",
        "/v1/search?type=artist&q=somebody, 400",
        "/v1/artists/nobody/albums, 404",
        "/v1/me, 404",
        "/image/none.jpg, 404",
        "/image/none.jpg?size=999999999, 404",
    })
    void whatTheApiRefusesIsRefused(String path, int status) throws Exception {
        assertThat(send(path, true).statusCode()).isEqualTo(status);
    }

    @Test
    void nobodyIsAnsweredWithoutAToken() throws Exception {
        assertThat(send("/v1/search?type=artist&q=genre:pop", false).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSourceThatTalksToSpotifyReadsEveryAlbumWithTheLabelsOfItsArtist() {
        Map<String, Album> albums = readFully();

        assertThat(albums).hasSize(ALBUMS);
        for (SyntheticArtist artist : standIn.catalogue().artists()) {
            for (SyntheticAlbum expected : artist.albums()) {
                Album album = Objects.requireNonNull(albums.get(expected.id()), expected.id());
                assertThat(album.artistId()).isEqualTo(artist.id());
                assertThat(album.width()).isEqualTo(expected.widest());
                assertThat(album.labels())
                        .extracting(SourceLabel::kind)
                        .containsOnly(artist.labels().isEmpty() ? LabelKind.QUERY : LabelKind.ARTIST);
                if (!artist.labels().isEmpty()) {
                    assertThat(album.labels())
                            .extracting(SourceLabel::text)
                            .containsExactlyInAnyOrderElementsOf(artist.labels());
                }
            }
        }
    }

    @Test
    void anImageIsAsWideAsItsAlbumSaysAndTheSameEachTime() throws Exception {
        SpotifySource source = source(standIn);
        Map<Integer, Album> oneOfEachWidth = new HashMap<>();
        source.page("rock", null)
                .albums()
                .forEach(album -> oneOfEachWidth.put(Objects.requireNonNull(album.width()), album));
        for (Album album : oneOfEachWidth.values()) {
            byte[] bytes = source.image(album.imageUrl());
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(image.getWidth()).isEqualTo(album.width());
            assertThat(source.image(album.imageUrl())).isEqualTo(bytes);
        }
        assertThat(oneOfEachWidth.keySet()).containsExactlyInAnyOrder(300, 640);
        assertThatThrownBy(() -> source.image(standIn.address() + "/image/none.jpg"))
                .isInstanceOf(CoverRefusedException.class);
    }

    @Test
    void theSameSeedServesTheSameBytes() throws Exception {
        try (CatalogueStandIn again = CatalogueStandIn.start(1, ALBUMS, 0)) {
            List<Album> first = source(standIn).page("jazz", null).albums();
            List<Album> second = source(again).page("jazz", null).albums();

            assertThat(second)
                    .extracting(Album::id)
                    .isEqualTo(first.stream().map(Album::id).toList());
            assertThat(source(again).image(second.get(0).imageUrl()))
                    .isEqualTo(source(standIn).image(first.get(0).imageUrl()));
        }
    }

    @Test
    void aPortThatIsTakenIsAnError() {
        assertThatThrownBy(() -> CatalogueStandIn.start(1, 1, standIn.address().getPort()))
                .isInstanceOf(BindException.class);
    }

    private Map<String, Album> readFully() {
        SpotifySource source = source(standIn);
        Map<String, Album> albums = new HashMap<>();
        for (GenreMix.Entry entry : GenreMix.load().entries()) {
            @Nullable String cursor = null;
            Set<String> cursors = new HashSet<>();
            do {
                AlbumPage page = source.page(entry.genre(), cursor);
                page.albums().forEach(album -> albums.put(album.id(), album));
                cursor = page.next();
                assertThat(cursor == null || cursors.add(cursor))
                        .as("a cursor comes back")
                        .isTrue();
            } while (cursor != null);
        }
        return albums;
    }

    private static void paging(JsonNode page) {
        has(page, JsonNodeType.STRING, "href");
        has(page, JsonNodeType.NUMBER, "limit", "offset", "total");
        has(page, JsonNodeType.ARRAY, "items");
        assertThat(page.get("next").getNodeType()).isIn(JsonNodeType.STRING, JsonNodeType.NULL);
        assertThat(page.get("previous").getNodeType()).isEqualTo(JsonNodeType.NULL);
    }

    private static void object(JsonNode object, String type) {
        has(object, JsonNodeType.STRING, "id", "name", "href", "uri", "type");
        has(object, JsonNodeType.OBJECT, "external_urls");
        assertThat(object.get("type").asText()).isEqualTo(type);
        assertThat(object.get("uri").asText())
                .isEqualTo("spotify:" + type + ":" + object.get("id").asText());
    }

    private static void has(JsonNode object, JsonNodeType type, String... fields) {
        for (String field : fields) {
            assertThat(object.path(field).getNodeType()).as(field).isEqualTo(type);
        }
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(path, true);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return mapper.readTree(response.body());
    }

    private HttpResponse<String> send(String path, boolean withToken) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (withToken) {
            request.header("Authorization", "Bearer synthetic-catalogue-token");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create(standIn.address() + path);
    }

    private static SpotifySource source(CatalogueStandIn server) {
        return new SpotifySource(SpotifyConfiguration.of(server.address(), "synthetic", "synthetic"));
    }
}
