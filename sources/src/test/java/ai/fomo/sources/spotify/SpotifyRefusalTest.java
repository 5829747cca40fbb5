package ai.fomo.sources.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyRefusalTest extends SpotifyServer {
    @ParameterizedTest
    @CsvSource({
        "DEVELOPMENT,Premium subscription",
        "DEVELOPMENT,FOMO_SPOTIFY_MODE=extended",
        "EXTENDED,FOMO_SPOTIFY_MODE=development"
    })
    void aForbiddenRequestIsFinalAndSaysWhatItNeeds(SpotifyMode mode, String remedy) {
        search(aResponse().withStatus(403));
        source = source(mode);
        assertThatThrownBy(() -> find("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("/v1/search is forbidden to this application")
                .hasMessageContaining(remedy);
    }

    @Test
    void aLimitBeyondTheApplicationsModeIsFinalAndNamesTheModeItIsIn() {
        search(aResponse().withStatus(400).withBody("{\"error\": {\"status\": 400, \"message\": \"Invalid limit\"}}"));
        source = source(SpotifyMode.EXTENDED);
        assertThatThrownBy(() -> find("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("FOMO_SPOTIFY_MODE=development");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 400, 302, 410})
    void aServerThatIsNotTheWebApiIsFinal(int status) {
        search(aResponse().withStatus(status).withHeader("Location", "http://elsewhere.invalid/"));
        assertThatThrownBy(() -> find("pop", null)).isInstanceOf(SourceRefusedException.class);
    }

    @Test
    void aSearchThatTheApiDoesNotOfferIsFinal() {
        search(aResponse().withStatus(404).withBody("{\"error\": {\"status\": 404, \"message\": \"Not found\"}}"));
        assertThatThrownBy(() -> find("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("has no search of the Web API");
    }

    @ParameterizedTest
    @CsvSource({"7,7", "48925,48925", "0,1", "'',30"})
    void aLimitedRateSaysWhenToComeBack(String header, long seconds) {
        search(aResponse().withStatus(429).withHeader("Retry-After", header));
        assertThatThrownBy(() -> find("pop", null))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>busy</html>", "{\"artists\": {\"items\": [{\"name\": \"no id\"}]}}", "", "null", "{\"art"
            })
    void anAnswerThatIsNotTheApisMayPass(String body) {
        search(aResponse().withStatus(200).withBody(body));
        assertThatThrownBy(() -> find("pop", null)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void anAnswerThatIsTooLargeIsNotReadWholeAndMayPass() {
        search(ok(" ".repeat(9 * 1024 * 1024)));
        assertThatThrownBy(() -> find("pop", null))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void anImageIsFetchedWithoutTheToken() {
        byte[] bytes = {1, 2, 3};
        SERVER.stubFor(get("/image").willReturn(aResponse().withBody(bytes)));
        find("pop", null);

        assertThat(source.image(SERVER.url("/image"))).isEqualTo(bytes);
        SERVER.verify(getRequestedFor(urlPathEqualTo("/image")).withoutHeader("Authorization"));
        SERVER.verify(
                getRequestedFor(urlPathEqualTo("/v1/search")).withHeader("Authorization", equalTo("Bearer first")));
    }
}
