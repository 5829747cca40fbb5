package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Pace THREE_IN_THIRTY = new Pace(3, Duration.ofSeconds(30));
    private static final String PATH = "/v1/search?type=artist&q=genre:pop";

    private final SkippedTime clock = new SkippedTime();
    private final StandInOptions options =
            StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT).with(clock).withPaces(Map.of(Host.API, THREE_IN_THIRTY));

    @Test
    void aWindowThatIsFullAnswersWithTheTimeUntilItHasRoom() throws Exception {
        try (CatalogueStandIn standIn = CatalogueStandIn.start(1, 10, 0, options)) {
            StandInClient client = new StandInClient(standIn);
            for (int i = 0; i < 3; i++) {
                assertThat(client.get(PATH).statusCode()).isEqualTo(200);
                clock.skip(Duration.ofSeconds(5));
            }
            HttpResponse<byte[]> tooFast = client.get(PATH);
            assertThat(tooFast.statusCode()).isEqualTo(429);
            assertThat(tooFast.headers().firstValue("Retry-After")).contains("15");

            clock.skip(Duration.ofSeconds(15));
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
            assertThat(standIn.log().beyond(THREE_IN_THIRTY, Host.API)).hasSize(1);
            assertThat(standIn.log().unserved()).hasSize(1).allMatch(LoggedRequest::tooFast);
            assertThat(standIn.log().early(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void whoComesTooEarlyIsTurnedAwayAndRemembered() throws Exception {
        try (CatalogueStandIn standIn = CatalogueStandIn.start(1, 10, 0, options)) {
            StandInClient client = new StandInClient(standIn);
            client.signIn();
            standIn.fail(Faults.NONE.of(1, 1, EnumSet.of(FaultKind.LONG_WAIT)));
            HttpResponse<byte[]> limited = client.get(PATH);
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).contains("48925");
            standIn.fail(Faults.NONE);

            assertThat(client.get(PATH).statusCode()).isEqualTo(429);
            assertThat(standIn.log().early(Duration.ofSeconds(1)))
                    .as("it was on its way")
                    .isEmpty();
            clock.skip(Duration.ofSeconds(48_924));
            HttpResponse<byte[]> early = client.get(PATH);
            assertThat(early.statusCode()).isEqualTo(429);
            assertThat(early.headers().firstValue("Retry-After")).contains("1");
            assertThat(standIn.log().early(Duration.ofSeconds(1))).hasSize(1);
            assertThat(client.anonymous("/image/none.jpg").statusCode())
                    .as("another host is open")
                    .isEqualTo(404);

            clock.skip(Duration.ofSeconds(1));
            client.signIn();
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aWindowIsOpenAtItsBeginning() {
        Gate gate = new Gate(Map.of(Host.API, new Pace(1, Duration.ofSeconds(1))));
        assertThat(gate.enter(Host.API, clock.instant())).isInstanceOf(Gate.Verdict.Open.class);
        clock.skip(Duration.ofSeconds(1));
        assertThat(gate.enter(Host.API, clock.instant())).isInstanceOf(Gate.Verdict.Open.class);
        clock.skip(Duration.ofMillis(999));
        assertThat(gate.enter(Host.API, clock.instant())).isInstanceOf(Gate.Verdict.TooFast.class);
        assertThat(gate.enter(Host.IMAGES, clock.instant())).isInstanceOf(Gate.Verdict.Open.class);
    }
}
