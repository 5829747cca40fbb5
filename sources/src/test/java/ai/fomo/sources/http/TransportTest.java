package ai.fomo.sources.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final RateLimits STRICT = new RateLimits(Duration.ofSeconds(30), false);
    private static final RateLimits BARE_503 = new RateLimits(Duration.ofSeconds(2), true);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest
    @CsvSource({"429,7,7", "429,48925,48925", "429,0,1", "429,soon,30", "503,9,9"})
    void aLimitedRateSaysWhenToComeBack(int status, String header, long seconds) {
        answers(aResponse().withStatus(status).withHeader("Retry-After", header));

        assertThatThrownBy(() -> send(STRICT, 20))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void aBareLimitIsAsLongAsTheServersWindow() {
        answers(aResponse().withStatus(429));
        assertThatThrownBy(() -> send(STRICT, 20)).hasMessageContaining("welcome in 30 s");
    }

    @Test
    void aBare503IsALimitOnlyWhereTheServerMeansItSo() {
        answers(aResponse().withStatus(503));

        assertThatThrownBy(() -> send(BARE_503, 20))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("welcome in 2 s");
        assertThatThrownBy(() -> send(STRICT, 20)).isInstanceOf(SourceUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aServerErrorMayPass(int status) {
        answers(aResponse().withStatus(status));
        assertThatThrownBy(() -> send(BARE_503, 20))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("status " + status);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenAnswerMayPass(Fault fault) {
        answers(aResponse().withFault(fault));
        assertThatThrownBy(() -> send(STRICT, 20)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void aBodyThatIsCutShortMayPass() {
        answers(aResponse().withBody("half").withHeader("Content-Length", "8"));
        assertThatThrownBy(() -> send(STRICT, 1)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void aBodyThatStallsDoesNotHoldTheThreadForEver() {
        answers(aResponse().withBody("0123456789").withChunkedDribbleDelay(4, 20_000));
        assertThatThrownBy(() -> send(STRICT, 1))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("did not answer within 1 s");
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        answers(temporaryRedirect("/elsewhere"));

        assertThat(send(STRICT, 20).statusCode()).isEqualTo(302);
        SERVER.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void nobodySeesTheQueryInAFailure() {
        answers(aResponse().withStatus(500));
        assertThatThrownBy(() -> send(STRICT, 20)).hasMessageNotContaining("hidden");
    }

    private static void answers(ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo("/api")).willReturn(response));
    }

    private static HttpResponse<byte[]> send(RateLimits limits, int seconds) {
        return new Transport(Duration.ofSeconds(seconds), limits, InstantSource.system())
                .send(
                        HttpRequest.newBuilder(URI.create(SERVER.url("/api?key=hidden")))
                                .build(),
                        1_000);
    }
}
