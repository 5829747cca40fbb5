package ai.fomo.sources.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyTokenTest extends SpotifyServer {
    @Test
    void signingInFetchesTheTokenThatTheRequestsUse() {
        source.signIn();
        find("pop", null);

        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/token"))
                        .withBasicAuth(new BasicCredentials("id", "secret"))
                        .withRequestBody(equalTo("grant_type=client_credentials")));
    }

    @Test
    void aTokenServesManyRequestsAndIsRenewedBeforeItEnds() {
        find("pop", null);
        find("pop", null);
        assertTokensGiven(1);

        now.updateAndGet(instant -> instant.plusSeconds(3_541));
        find("pop", null);
        assertTokensGiven(2);
    }

    @Test
    void aTokenThatWasLetInBeforeIsForgottenAndTheNextAttemptRenewsIt() {
        find("pop", null);
        search(aResponse().withStatus(401));
        SERVER.stubFor(get(urlPathEqualTo("/v1/search"))
                .withHeader("Authorization", equalTo("Bearer second"))
                .willReturn(okJson(artists("\"more\"", ""))));
        token("second");

        assertThatThrownBy(() -> find("pop", null)).isInstanceOf(SourceUnavailableException.class);
        SERVER.verify(2, getRequestedFor(urlPathEqualTo("/v1/search")));
        assertTokensGiven(1);
        assertThat(find("pop", null).next()).isEqualTo("10");
        assertTokensGiven(2);
    }

    @Test
    void aSecondNewTokenThatIsRefusedIsFinal() {
        search(aResponse().withStatus(401));
        assertThatThrownBy(() -> find("pop", null)).isInstanceOf(SourceUnavailableException.class);
        token("second");

        assertThatThrownBy(() -> find("pop", null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("check FOMO_SPOTIFY_CLIENT_ID");
    }

    @Test
    void tokensThatWereLetInBetweenMakeNoRowOfRefusals() {
        for (int i = 0; i < 3; i++) {
            token("token " + i);
            search(aResponse().withStatus(401));
            assertThatThrownBy(() -> find("pop", null)).isInstanceOf(SourceUnavailableException.class);
            search(okJson(artists("null", "")));
            find("pop", null);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void wrongCredentialsAreFinalAndTheSecretIsNotTold(int status) {
        tokens(aResponse().withStatus(status).withBody("{\"error\": \"invalid_client\"}"));

        assertThatThrownBy(() -> source.signIn())
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("refuses the credentials (status " + status + "): check FOMO_SPOTIFY_CLIENT_ID")
                .hasMessageNotContaining("secret");
        assertThat(SpotifyConfiguration.of(URI.create("http://a"), "id", "hidden")
                        .toString())
                .doesNotContain("hidden");
    }

    @Test
    void aPlaceThatGivesNoTokensIsNotTakenForWrongCredentials() {
        tokens(aResponse().withStatus(404));
        assertThatThrownBy(() -> source.signIn())
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("FOMO_SPOTIFY_ACCOUNTS");
    }

    @Test
    void anAccountServiceThatIsDownOrBusyIsNotTakenForWrongCredentials() {
        tokens(aResponse().withStatus(500));
        assertThatThrownBy(() -> source.signIn()).isInstanceOf(SourceUnavailableException.class);
        tokens(aResponse().withStatus(429).withHeader("Retry-After", "5"));
        assertThatThrownBy(() -> source.signIn()).isInstanceOf(RateLimitedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "<html>"})
    void anAnswerThatIsNoTokenMayPass(String body) {
        tokens(aResponse().withStatus(200).withBody(body));
        assertThatThrownBy(() -> source.signIn()).isInstanceOf(SourceUnavailableException.class);
        token("first");
        assertThatCode(() -> source.signIn()).doesNotThrowAnyException();
    }

    private static void tokens(ResponseDefinitionBuilder response) {
        SERVER.stubFor(post("/api/token").willReturn(response));
    }

    private static void assertTokensGiven(int times) {
        SERVER.verify(times, postRequestedFor(urlPathEqualTo("/api/token")));
    }
}
