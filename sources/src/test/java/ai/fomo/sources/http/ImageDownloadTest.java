package ai.fomo.sources.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDownloadTest {
    private static final int MAX_BYTES = 1_000;
    private static final byte[] BYTES = {1, 2, 3};

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowedUnderTheSameName(int status) {
        at("/moved", redirect(status, "/image"));
        at("/image", aResponse().withBody(BYTES));

        assertThat(fetch("/moved")).isEqualTo(BYTES);
        SERVER.verify(getRequestedFor(urlPathEqualTo("/image")).withHeader("User-Agent", equalTo("Fomo/1 ( me )")));
    }

    @Test
    void anArchivesChainOfRedirectsIsFollowedToItsEnd() {
        for (int hop = 0; hop < 5; hop++) {
            at("/hop" + hop, redirect(307, SERVER.url("/hop" + (hop + 1))));
        }
        at("/hop5", aResponse().withBody(BYTES));

        assertThat(fetch("/hop0")).isEqualTo(BYTES);
    }

    @Test
    void aCircleOfRedirectsEnds() {
        at("/circle", redirect(302, "/circle"));

        assertThatThrownBy(() -> fetch("/circle"))
                .isInstanceOf(CoverRefusedException.class)
                .hasMessageContaining("redirects more than 5 times");
        SERVER.verify(6, getRequestedFor(urlPathEqualTo("/circle")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://archive/cover.jpg", "jar:http://a/b!/c", "http:///", "a b"})
    void whatIsNoAddressOfTheWebIsNeitherAskedNorFollowed(String address) {
        at("/moved", redirect(302, address));

        assertThatThrownBy(() -> fetch("/moved")).isInstanceOf(CoverRefusedException.class);
        assertThatThrownBy(() -> download().fetch(address)).isInstanceOf(CoverRefusedException.class);
    }

    @Test
    void aRedirectToNowhereIsRefused() {
        at("/moved", aResponse().withStatus(307));
        assertThatThrownBy(() -> fetch("/moved")).hasMessageContaining("redirects to nowhere");
    }

    @Test
    void anImageOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() {
        at("/fits", aResponse().withBody(new byte[MAX_BYTES]));
        at("/large", aResponse().withBody(new byte[MAX_BYTES + 1]));

        assertThat(fetch("/fits")).hasSize(MAX_BYTES);
        assertThatThrownBy(() -> fetch("/large"))
                .isInstanceOf(CoverRefusedException.class)
                .hasMessageContaining("larger than the 1000 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 416})
    void aServerThatLetsNobodyInIsNoReasonToGiveAnImageUp(int status) {
        at("/closed", aResponse().withStatus(status));
        assertThatThrownBy(() -> fetch("/closed"))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 451})
    void anImageThatCannotBeHadConcernsNoOther(int status) {
        at("/gone", aResponse().withStatus(status));
        assertThatThrownBy(() -> fetch("/gone"))
                .isInstanceOf(CoverRefusedException.class)
                .hasMessageContaining("status " + status);
    }

    @Test
    void aServerBehindARedirectMayBeBusyToo() {
        at("/moved", redirect(307, "/busy"));
        at("/busy", aResponse().withStatus(429).withHeader("Retry-After", "3"));
        at("/down", aResponse().withStatus(503));

        assertThatThrownBy(() -> fetch("/moved")).isInstanceOf(RateLimitedException.class);
        assertThatThrownBy(() -> fetch("/down")).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void allRedirectsTogetherHaveTheTimeOfOneRequest() {
        at("/slow", redirect(302, "/slow").withFixedDelay(600));
        assertThatThrownBy(() -> download(Duration.ofSeconds(1)).fetch(SERVER.url("/slow")))
                .isInstanceOf(SourceUnavailableException.class);
    }

    private static ResponseDefinitionBuilder redirect(int status, String to) {
        return aResponse().withStatus(status).withHeader("Location", to);
    }

    private static void at(String path, ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(path).willReturn(response));
    }

    private static byte[] fetch(String path) {
        return download().fetch(SERVER.url(path));
    }

    private static ImageDownload download() {
        return download(Duration.ofSeconds(20));
    }

    private static ImageDownload download(Duration timeout) {
        RateLimits limits = new RateLimits(Duration.ofSeconds(2), false);
        return new ImageDownload(new Transport(timeout, limits, InstantSource.system()), MAX_BYTES, "Fomo/1 ( me )");
    }
}
