package ai.fomo.sources.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.SourceRefusedException;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyAlbumsTest extends SpotifyServer {
    @Test
    void albumsAndSinglesOfAnArtistAreListedWithTheirWidestImage() {
        albums("a1", 0, okJson(albums("null", """
                {"id": "b1", "name": "One", "artists": [{"id": "a1", "name": "Ada"}, {"id": "a2", "name": "Bo"}], "images": [
                  {"url": "http://images/300", "width": 300, "height": 300},
                  {"url": "http://images/640", "width": 640, "height": 640},
                  {"url": "http://images/64", "width": 64, "height": 64}]}""")));

        Listing listing = albumsOf("a1", null);

        assertThat(listing.albums())
                .containsExactly(new Album("b1", "One", "a1", "Ada", List.of(), "http://images/640", 640));
        assertThat(listing.artists()).isEmpty();
        assertThat(listing.albumsByArtist()).isFalse();
        assertThat(listing.total()).isEqualTo(23);
        assertThat(listing.next()).isNull();
        SERVER.verify(1, getRequestedFor(anyUrl()));
        SERVER.verify(getRequestedFor(urlPathEqualTo("/v1/artists/a1/albums"))
                .withQueryParam("include_groups", equalTo("album,single")));
    }

    @ParameterizedTest
    @EnumSource(SpotifyMode.class)
    void aPartIsAsLongAsTheModeAllowsAndTheCursorGoesOnBehindIt(SpotifyMode mode) {
        source = source(mode);
        albums("a1", 0, okJson(albums("\"more\"", album("b1", "a1", "Ada"))));
        albums("a1", mode.pageSize(), okJson(albums("null", album("b2", "a1", "Ada"))));

        Listing first = albumsOf("a1", null);
        Listing second = albumsOf("a1", first.next());

        assertThat(first.next()).isEqualTo(Integer.toString(mode.pageSize()));
        assertThat(second.albums()).extracting(Album::id).containsExactly("b2");
        SERVER.verify(
                2,
                getRequestedFor(urlPathEqualTo("/v1/artists/a1/albums"))
                        .withQueryParam("limit", equalTo(Integer.toString(mode.pageSize()))));
    }

    @Test
    void aLongListIsReadBeyondTheLastOffsetOfASearch() {
        albums("a1", 1_500, okJson(albums("\"more\"", album("b1", "a1", "Ada"))));
        assertThat(albumsOf("a1", "1500").next()).isEqualTo("1510");
    }

    @Test
    void aPartWithoutEntriesEndsTheListAndOneOfNullEntriesDoesNot() {
        albums("a1", 0, okJson(albums("\"more\"", "null, null")));
        albums("a1", 10, okJson(albums("\"more\"", "")));

        assertThat(albumsOf("a1", null).next()).isEqualTo("10");
        assertThat(albumsOf("a1", "10").next()).isNull();
    }

    @Test
    void anAlbumWithoutAnImageIsCountedAndPassedOver() {
        albums("a1", 0, okJson(albums("null", """
                null, {"id": "b1", "name": "", "images": []}, {"id": "b2", "images": null}""")));

        Listing listing = albumsOf("a1", null);

        assertThat(listing.withoutImage()).isEqualTo(2);
        assertThat(listing.albums()).isEmpty();
    }

    @Test
    void anAlbumTakenDownKeepsItsImageThoughItsNamesAreGone() {
        albums("a1", 0, okJson(albums("null", """
                {"id": "b3", "name": "", "artists": [null, {"id": null, "name": ""}],
                  "images": [null, {"url": null}, {"url": "http://images/1", "width": null}]}""")));

        assertThat(albumsOf("a1", null).albums())
                .containsExactly(new Album("b3", "", "a1", "", List.of(), "http://images/1", null));
    }

    @Test
    void anImageOfAKnownWidthIsPreferredToOneOfNone() {
        albums("a1", 0, okJson(albums("null", """
                {"id": "b1", "images": [{"url": "http://images/1"}, {"url": "http://images/64", "width": 64}]}""")));
        assertThat(albumsOf("a1", null).albums()).extracting(Album::imageUrl).containsExactly("http://images/64");
    }

    @Test
    void variousArtistsGroupNothing() {
        albums("a1", 0, okJson(albums("null", album("b1", "v", "Various Artists"))));
        assertThat(albumsOf("a1", null).albums()).extracting(Album::group).containsExactly("album:b1");
    }

    @Test
    void anArtistWhoIsGoneSinceTheSearchHasNoAlbums() {
        albums("a1", 0, notFound("{\"error\": {\"status\": 404, \"message\": \"Resource not found\"}}"));
        assertThat(albumsOf("a1", null)).isEqualTo(new Listing(List.of(), List.of(), 0, false, 0, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Not Found</html>",
                "{}",
                "{\"error\": {\"status\": 404, \"message\": \"Service not found\"}}"
            })
    void aListOfAlbumsThatTheApiDoesNotOfferIsFinalAndNamesTheMode(String body) {
        albums("a1", 0, notFound(body));
        assertThatThrownBy(() -> albumsOf("a1", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("/v1/artists/a1/albums is not there")
                .hasMessageContaining("FOMO_SPOTIFY_MODE=extended");
    }

    @Test
    void theArtistCannotLeaveItsPlaceInThePath() {
        SERVER.stubFor(WireMock.get(anyUrl()).willReturn(okJson(albums("null", ""))));
        albumsOf("../me?x=", null);
        SERVER.verify(getRequestedFor(WireMock.urlMatching("/v1/artists/..%2Fme%3Fx%3D/albums.*")));
    }

    private static ResponseDefinitionBuilder notFound(String body) {
        return aResponse().withStatus(404).withBody(body);
    }
}
