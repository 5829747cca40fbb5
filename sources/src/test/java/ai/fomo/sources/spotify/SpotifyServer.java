package ai.fomo.sources.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.Step;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that says over real HTTP what a test tells it to, and a source that asks it. */
abstract class SpotifyServer {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    SpotifySource source = source(SpotifyMode.DEVELOPMENT);

    @BeforeEach
    void tokensAreGivenAndNobodyIsFound() {
        source = source(SpotifyMode.DEVELOPMENT);
        token("first");
        search(okJson(artists("null", "")));
    }

    SpotifySource source(SpotifyMode mode) {
        // As some write it, with a slash at its end.
        URI server = URI.create("http://localhost:" + (SERVER.getRuntimeInfo() == null ? 1 : SERVER.getPort()) + "/");
        return new SpotifySource(
                new SpotifyConfiguration(
                        server,
                        server,
                        "id",
                        "secret",
                        mode,
                        new Pace(1, Duration.ofSeconds(1)),
                        Duration.ofSeconds(20),
                        1_000),
                now::get);
    }

    Listing find(String genre, @Nullable String cursor) {
        return source.list(genre, new Step.Search(cursor));
    }

    Listing albumsOf(String artist, @Nullable String cursor) {
        return source.list("pop", new Step.AlbumsOf(artist, cursor));
    }

    static void token(String token) {
        SERVER.stubFor(post("/api/token").willReturn(okJson("""
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}""".formatted(token))));
    }

    static void search(ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo("/v1/search")).willReturn(response));
    }

    static void albums(String artist, int offset, ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo("/v1/artists/" + artist + "/albums"))
                .withQueryParam("offset", equalTo(Integer.toString(offset)))
                .willReturn(response));
    }

    static String artists(String next, String items) {
        return "{\"artists\": {\"href\": \"x\", \"next\": " + next + ", \"total\": 17, \"items\": [" + items + "]}}";
    }

    static String albums(String next, String items) {
        return "{\"href\": \"x\", \"next\": " + next + ", \"total\": 23, \"items\": [" + items + "]}";
    }

    static String album(String id, String artist, String artistName) {
        return """
                {"id": "%s", "name": "One", "artists": [{"id": "%s", "name": "%s"}],
                  "images": [{"url": "http://images/640", "width": 640, "height": 640}]}""".formatted(id, artist, artistName);
    }
}
