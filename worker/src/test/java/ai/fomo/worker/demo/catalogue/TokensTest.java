package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String PATH = "/v1/search?type=artist&q=genre:pop";
    private static final String GRANT = "grant_type=client_credentials";

    private final SkippedTime clock = new SkippedTime();
    private final StandInOptions options = StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT)
            .with(clock)
            .withTokenLife(Duration.ofMinutes(10))
            .with(new StandInOptions.Credentials("us", "secret"));

    @Test
    void aTokenIsGivenForTheRightCredentialsOnly() throws Exception {
        try (CatalogueStandIn standIn = CatalogueStandIn.start(1, 10, 0, options)) {
            StandInClient client = new StandInClient(standIn);
            for (String wrong : new String[] {basic("us", "wrong"), basic("them", "secret"), "Basic ???", "Bearer x"}) {
                HttpResponse<byte[]> refused = client.token(GRANT, wrong);
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(StandInClient.json(refused).get("error").asText()).isEqualTo("invalid_client");
            }
            assertThat(client.token(GRANT, null).statusCode()).isEqualTo(400);
            assertThat(client.token("grant_type=password", basic("us", "secret"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(client.token(GRANT + "&client_id=us&client_secret=secret", null)
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<byte[]> given = client.token(GRANT, basic("us", "secret"));
            assertThat(given.statusCode()).isEqualTo(200);
            assertThat(StandInClient.json(given).get("token_type").asText()).isEqualTo("Bearer");
            assertThat(StandInClient.json(given).get("expires_in").asInt()).isEqualTo(600);
        }
    }

    @Test
    void nobodyIsAnsweredWithoutATokenOrWithOneThatWasNeverGiven() throws Exception {
        try (CatalogueStandIn standIn = CatalogueStandIn.start(1, 10, 0)) {
            StandInClient client = new StandInClient(standIn);
            assertThat(client.anonymous(PATH).statusCode()).isEqualTo(401);
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenEndsWhenItsTimeIsOverAndWhenItIsWithdrawn() throws Exception {
        StandInOptions open =
                StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT).with(clock).withTokenLife(Duration.ofMinutes(10));
        try (CatalogueStandIn standIn = CatalogueStandIn.start(1, 10, 0, open)) {
            StandInClient client = new StandInClient(standIn);
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
            clock.skip(Duration.ofSeconds(599));
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
            clock.skip(Duration.ofSeconds(1));
            HttpResponse<byte[]> expired = client.get(PATH);
            assertThat(expired.statusCode()).isEqualTo(401);
            assertThat(StandInClient.json(expired).at("/error/message").asText())
                    .isEqualTo("The access token expired");

            client.signIn();
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
            standIn.withdrawTokens();
            assertThat(client.get(PATH).statusCode()).isEqualTo(401);
        }
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }
}
