package ai.fomo.sources.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifySearchTest extends SpotifyServer {
    @Test
    void artistsAreFoundByGenreWithOneRequest() {
        search(okJson(artists("null", """
                {"id": "a1", "name": "Ada", "genres": ["neo soul", "funk"], "type": "artist"},
                {"id": "a2", "name": "Bo", "genres": ["funk"], "type": "artist"}""")));

        Listing listing = find("r&b", null);

        assertThat(listing.artists())
                .containsExactly(
                        new Artist("a1", "Ada", List.of("neo soul", "funk")), new Artist("a2", "Bo", List.of("funk")));
        assertThat(listing.albums()).isEmpty();
        assertThat(listing.albumsByArtist()).isTrue();
        assertThat(listing.total()).isEqualTo(17);
        assertThat(listing.next()).isNull();
        SERVER.verify(1, getRequestedFor(anyUrl()));
        SERVER.verify(getRequestedFor(urlPathEqualTo("/v1/search"))
                .withQueryParam("q", equalTo("genre:\"r&b\""))
                .withQueryParam("type", equalTo("artist"))
                .withQueryParam("offset", equalTo("0"))
                .withHeader("Authorization", equalTo("Bearer first")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"genres\": [],", "\"genres\": null,", "", "\"genres\": [\" \", null],"})
    void anArtistMayHaveNoGenre(String genres) {
        search(okJson(artists("null", "{" + genres + "\"id\": \"a1\", \"name\": \"Ada\"}")));
        assertThat(find("techno", null).artists()).containsExactly(new Artist("a1", "Ada", List.of()));
    }

    @Test
    void entriesAndNamesThatAreNullDoNotHideTheOthers() {
        search(okJson(artists("null", "null, {\"id\": \"a1\", \"name\": null}, null")));
        assertThat(find("pop", null).artists()).containsExactly(new Artist("a1", "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"artists\": null}", "{\"artists\": {\"items\": null, \"total\": null}}"})
    void anAnswerWithoutArtistsEndsTheSearch(String answer) {
        search(okJson(answer));
        assertThat(find("pop", null)).isEqualTo(new Listing(List.of(), List.of(), 0, true, 0, null));
    }

    @ParameterizedTest
    @EnumSource(SpotifyMode.class)
    void aPartIsAsLongAsTheModeAllowsAndTheCursorGoesOnBehindIt(SpotifyMode mode) {
        search(okJson(artists("\"more\"", "")));
        source = source(mode);
        int limit = mode == SpotifyMode.DEVELOPMENT ? 10 : 50;

        String next = find("pop", null).next();
        find("pop", next);

        assertThat(next).isEqualTo(Integer.toString(limit));
        SERVER.verify(
                2,
                getRequestedFor(urlPathEqualTo("/v1/search"))
                        .withQueryParam("limit", equalTo(Integer.toString(limit))));
        SERVER.verify(1, getRequestedFor(urlPathEqualTo("/v1/search")).withQueryParam("offset", equalTo(next)));
    }

    @ParameterizedTest
    @EnumSource(SpotifyMode.class)
    void noSearchGoesBeyondTheLastOffsetThatTheApiAnswers(SpotifyMode mode) {
        search(okJson(artists("\"more\"", "")));
        source = source(mode);

        assertThat(find("pop", Integer.toString(1_000 - mode.pageSize())).next())
                .isEqualTo("1000");
        assertThat(find("pop", "1000").next()).isNull();
        assertThat(find("pop", "991").next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "-1", "next", "", "99999999999"})
    void aForeignCursorIsRefusedAndNeverSent(String cursor) {
        assertThatThrownBy(() -> find("pop", cursor)).isInstanceOf(IllegalArgumentException.class);
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void theGenreCannotLeaveItsQuotes() {
        source.list("pop\" artist:\"x&limit=50#", new Step.Search(null));
        SERVER.verify(getRequestedFor(urlPathEqualTo("/v1/search"))
                .withQueryParam("q", equalTo("genre:\"pop artist:x&limit=50#\""))
                .withQueryParam("limit", equalTo("10")));
    }
}
