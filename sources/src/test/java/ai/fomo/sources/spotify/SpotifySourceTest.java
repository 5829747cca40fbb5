package ai.fomo.sources.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.AlbumPage;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, against a server that says what a test tells it to. */
class SpotifySourceTest {
    private static final int MAX_IMAGE_BYTES = 1_000;

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private SpotifySource source = source(Duration.ofSeconds(20));

    @BeforeEach
    void tokensAreGivenAndNobodyIsFound() {
        source = source(Duration.ofSeconds(20));
        SERVER.stubFor(post("/api/token").willReturn(okJson("""
                {"access_token": "first", "token_type": "Bearer", "expires_in": 3600}""")));
        search(okJson(artists("null", "")));
    }

    @Test
    void artistsAreSearchedByGenreAndEachAlbumCarriesItsWidestImage() {
        search(okJson(artists("null", """
                {"id": "a1", "name": "Ada", "genres": ["neo soul", "funk"], "type": "artist"}""")));
        albums("a1", 0, okJson("""
                {"next": null, "items": [{"id": "b1", "name": "One", "artists": [{"id": "a1", "name": "Ada"}], "images": [
                  {"url": "http://images/300", "width": 300, "height": 300},
                  {"url": "http://images/640", "width": 640, "height": 640},
                  {"url": "http://images/64", "width": 64, "height": 64}]}]}"""));

        AlbumPage page = source.page("r&b", null);

        assertThat(page.albums())
                .containsExactly(new Album(
                        "b1",
                        "One",
                        "a1",
                        "Ada",
                        List.of(
                                new SourceLabel("neo soul", LabelKind.ARTIST),
                                new SourceLabel("funk", LabelKind.ARTIST)),
                        "http://images/640",
                        640));
        assertThat(page.next()).isNull();
        SERVER.verify(getRequestedFor(urlPathEqualTo("/v1/search"))
                .withQueryParam("q", equalTo("genre:\"r&b\""))
                .withQueryParam("type", equalTo("artist"))
                .withQueryParam("limit", equalTo("10"))
                .withQueryParam("offset", equalTo("0"))
                .withHeader("Authorization", equalTo("Bearer first")));
        SERVER.verify(postRequestedFor(urlPathEqualTo("/api/token"))
                .withBasicAuth(new BasicCredentials("id", "secret"))
                .withRequestBody(equalTo("grant_type=client_credentials")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"genres\": [],", "\"genres\": null,", "", "\"genres\": [\" \"],"})
    void whereAnArtistHasNoGenreTheOneSearchedForIsAWeakLabel(String genres) {
        search(okJson(artists("null", "{" + genres + "\"id\": \"a1\", \"name\": \"Ada\"}")));
        albums("a1", 0, okJson(album("b1", "a1", "Ada")));

        assertThat(source.page("techno", null).albums())
                .singleElement()
                .satisfies(album ->
                        assertThat(album.labels()).containsExactly(new SourceLabel("techno", LabelKind.QUERY)));
    }

    @Test
    void aCursorGoesOnWhereThePageBeforeEnded() {
        search(okJson(artists("\"more\"", "")));
        AlbumPage first = source.page("pop", null);
        AlbumPage second = source.page("pop", first.next());

        assertThat(first.next()).isEqualTo("10");
        assertThat(second.next()).isEqualTo("20");
        SERVER.verify(getRequestedFor(urlPathEqualTo("/v1/search")).withQueryParam("offset", equalTo("10")));
    }

    @Test
    void noSearchGoesBeyondTheLastOffsetThatTheApiAnswers() {
        search(okJson(artists("\"more\"", "")));

        assertThat(source.page("pop", "990").next()).isEqualTo("1000");
        assertThat(source.page("pop", "1000").next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "-1", "next", ""})
    void aForeignCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> source.page("pop", cursor)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allAlbumsOfAnArtistAreRead() {
        search(okJson(artists("null", "{\"id\": \"a1\", \"name\": \"Ada\"}")));
        albums("a1", 0, okJson(album("b1", "a1", "Ada").replace("\"next\": null", "\"next\": \"more\"")));
        albums("a1", 10, okJson(album("b2", "a1", "Ada")));

        assertThat(source.page("pop", null).albums()).extracting(Album::id).containsExactly("b1", "b2");
    }

    @Test
    void anArtistWhoIsGoneSinceTheSearchHasNoAlbums() {
        search(okJson(
                artists("null", "{\"id\": \"a1\", \"name\": \"Ada\"}, null, {\"id\": \"a2\", \"name\": \"Bo\"}")));
        albums("a1", 0, aResponse().withStatus(404));
        albums("a2", 0, okJson(album("b2", "a2", "Bo")));

        assertThat(source.page("pop", null).albums()).extracting(Album::id).containsExactly("b2");
    }

    @Test
    void anAlbumWithoutAnImageIsCountedAndPassedOver() {
        search(okJson(artists("null", "{\"id\": \"a1\", \"name\": \"Ada\"}")));
        albums("a1", 0, okJson("""
                {"next": null, "items": [null, {"id": "b1", "name": "", "images": []}, {"id": "b2", "images": null},
                  {"id": "b3", "images": [{"url": null}, {"url": "http://images/1", "width": null}]}]}"""));

        AlbumPage page = source.page("pop", null);

        assertThat(page.withoutImage()).isEqualTo(2);
        assertThat(page.albums()).singleElement().satisfies(album -> {
            assertThat(album.imageUrl()).isEqualTo("http://images/1");
            assertThat(album.width()).isNull();
            assertThat(album.artistId()).isEqualTo("a1");
        });
    }

    @Test
    void variousArtistsGroupNothing() {
        search(okJson(artists("null", "{\"id\": \"a1\", \"name\": \"Ada\"}")));
        albums("a1", 0, okJson(album("b1", "v", "Various Artists")));

        assertThat(source.page("pop", null).albums())
                .singleElement()
                .satisfies(album -> assertThat(album.group()).isEqualTo("album:b1"));
    }

    @Test
    void aTokenServesManyRequestsAndIsRenewedBeforeItEnds() {
        source.page("pop", null);
        source.page("pop", null);
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/api/token")));

        now.updateAndGet(instant -> instant.plusSeconds(3_541));
        source.page("pop", null);
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/api/token")));
    }

    @Test
    void aRefusedTokenIsRenewedOnce() {
        source.page("pop", null);
        SERVER.stubFor(post("/api/token").willReturn(okJson("{\"access_token\": \"second\", \"expires_in\": 3600}")));
        search(aResponse().withStatus(401));
        SERVER.stubFor(get(urlPathEqualTo("/v1/search"))
                .withHeader("Authorization", equalTo("Bearer second"))
                .willReturn(okJson(artists("\"more\"", ""))));

        assertThat(source.page("pop", null).next()).isEqualTo("10");
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/api/token")));
    }

    @Test
    void aFreshTokenThatIsRefusedTooIsFinal() {
        search(aResponse().withStatus(401));

        assertThatThrownBy(() -> source.page("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("check the client id and the client secret");
        SERVER.verify(2, getRequestedFor(urlPathEqualTo("/v1/search")));
    }

    @Test
    void wrongCredentialsAreFinalAndTheSecretIsNotTold() {
        SERVER.stubFor(
                post("/api/token").willReturn(aResponse().withStatus(400).withBody("{\"error\": \"invalid_client\"}")));

        assertThatThrownBy(() -> source.page("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("gave no token")
                .hasMessageNotContaining("secret\"");
        assertThat(configuration(Duration.ofSeconds(1)).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"7,7", "48925,48925", "0,1", "'',30", "'Wed, 21 Oct 2026 07:28:00 GMT',30"})
    void aLimitedRateSaysWhenToComeBack(String header, long seconds) {
        search(aResponse().withStatus(429).withHeader("Retry-After", header));

        assertThatThrownBy(() -> source.page("pop", null))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void aForbiddenRequestIsFinalAndNamesTheModeThatItNeeds() {
        search(aResponse().withStatus(403));
        assertThatThrownBy(() -> source.page("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("Extended Quota Mode");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 400, 302})
    void aServerThatIsNotTheWebApiIsFinal(int status) {
        search(aResponse().withStatus(status).withHeader("Location", "http://elsewhere.invalid/"));
        assertThatThrownBy(() -> source.page("pop", null)).isInstanceOf(SourceRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aServerErrorMayPass(int status) {
        search(aResponse().withStatus(status));
        assertThatThrownBy(() -> source.page("pop", null))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("status " + status);
    }

    @Test
    void aBrokenConnectionMayPass() {
        search(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> source.page("pop", null)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void aBodyThatStallsDoesNotHoldTheThreadForEver() {
        search(okJson(artists("null", "")).withChunkedDribbleDelay(4, 20_000));
        assertThatThrownBy(() -> source(Duration.ofSeconds(1)).page("pop", null))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("did not answer within 1 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>busy</html>", "{\"artists\": {\"items\": [{\"name\": \"no id\"}]}}", ""})
    void anAnswerThatIsNotTheApisMayPass(String body) {
        search(aResponse().withStatus(200).withBody(body));
        assertThatThrownBy(() -> source.page("pop", null)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void anImageIsFetchedThroughRedirectsAndWithoutTheToken() {
        byte[] bytes = {1, 2, 3};
        SERVER.stubFor(get("/moved").willReturn(temporaryRedirect("/image")));
        SERVER.stubFor(get("/image").willReturn(aResponse().withBody(bytes)));

        assertThat(source.image(SERVER.url("/moved"))).isEqualTo(bytes);
        SERVER.verify(getRequestedFor(urlPathEqualTo("/image")).withoutHeader("Authorization"));
    }

    @Test
    void anImageOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() {
        SERVER.stubFor(get("/fits").willReturn(aResponse().withBody(new byte[MAX_IMAGE_BYTES])));
        SERVER.stubFor(get("/large").willReturn(aResponse().withBody(new byte[MAX_IMAGE_BYTES + 1])));

        assertThat(source.image(SERVER.url("/fits"))).hasSize(MAX_IMAGE_BYTES);
        assertThatThrownBy(() -> source.image(SERVER.url("/large")))
                .isInstanceOf(CoverRefusedException.class)
                .hasMessageContaining("larger than the 1000 bytes");
    }

    @Test
    void anImageThatIsGoneConcernsNoOther() {
        SERVER.stubFor(get("/gone").willReturn(aResponse().withStatus(404)));
        assertThatThrownBy(() -> source.image(SERVER.url("/gone")))
                .isInstanceOf(CoverRefusedException.class)
                .hasMessageContaining("status 404");
        assertThatThrownBy(() -> source.image("file:///etc/passwd")).isInstanceOf(CoverRefusedException.class);
        assertThatThrownBy(() -> source.image("not a url")).isInstanceOf(CoverRefusedException.class);
    }

    @Test
    void anImageServerMayBeBusyToo() {
        SERVER.stubFor(get("/busy").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3")));
        SERVER.stubFor(get("/down").willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> source.image(SERVER.url("/busy"))).isInstanceOf(RateLimitedException.class);
        assertThatThrownBy(() -> source.image(SERVER.url("/down"))).isInstanceOf(SourceUnavailableException.class);
    }

    private SpotifySource source(Duration timeout) {
        return new SpotifySource(configuration(timeout), now::get);
    }

    private static SpotifyConfiguration configuration(Duration timeout) {
        URI server = URI.create("http://localhost:" + (SERVER.getRuntimeInfo() == null ? 1 : SERVER.getPort()));
        return new SpotifyConfiguration(server, server, "id", "secret", 10, timeout, MAX_IMAGE_BYTES);
    }

    private static void search(ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo("/v1/search")).willReturn(response));
    }

    private static void albums(String artist, int offset, ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo("/v1/artists/" + artist + "/albums"))
                .withQueryParam("offset", equalTo(Integer.toString(offset)))
                .willReturn(response));
    }

    private static String artists(String next, String items) {
        return "{\"artists\": {\"href\": \"x\", \"next\": " + next + ", \"total\": 1, \"items\": [" + items + "]}}";
    }

    private static String album(String id, String artist, String artistName) {
        return """
                {"next": null, "items": [{"id": "%s", "name": "One", "artists": [{"id": "%s", "name": "%s"}],
                  "images": [{"url": "http://images/640", "width": 640, "height": 640}]}]}""".formatted(id, artist, artistName);
    }
}
