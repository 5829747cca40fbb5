package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    private static final String PATH = "/v1/search?type=artist&q=genre:pop&limit=10";

    private final CatalogueStandIn standIn;
    private final StandInClient client;

    FaultsTest() throws Exception {
        standIn = CatalogueStandIn.start(1, 200, 0);
        client = new StandInClient(standIn);
        client.signIn();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void theyAreAsFrequentAsAskedForAndEachKindAsMuchAsTheOthers() {
        Faults faults = Faults.ofEveryKind(7, 0.05);
        Map<FaultKind, Integer> drawn = new EnumMap<>(FaultKind.class);
        for (int i = 0; i < 40_000; i++) {
            faults.draw(Host.API, "/v1/artists/" + i % 20_000 + "/albums", i / 20_000)
                    .ifPresent(kind -> drawn.merge(kind, 1, Integer::sum));
        }
        assertThat(drawn.keySet()).containsExactlyInAnyOrder(FaultKind.values());
        assertThat(drawn.values().stream().mapToInt(Integer::intValue).sum()).isBetween(1_800, 2_200);
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isBetween(120, 250));
    }

    @Test
    void theyFollowFromSeedPathAndHowOftenItWasAskedFor() {
        Faults faults = Faults.ofEveryKind(7, 0.5);
        for (int nth = 0; nth < 20; nth++) {
            Optional<FaultKind> once = faults.draw(Host.API, PATH, nth);
            assertThat(Faults.ofEveryKind(7, 0.5).draw(Host.API, PATH, nth)).isEqualTo(once);
        }
        assertThat(faults.draw(Host.IMAGES, "/image/x.jpg", 0).stream())
                .doesNotContain(FaultKind.TOKEN_WITHDRAWN, FaultKind.NO_DOCUMENT, FaultKind.HALF_DOCUMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TOKEN_WITHDRAWN", "SHORT_WAIT", "LONG_WAIT", "INTERNAL_ERROR", "BAD_GATEWAY", "UNAVAILABLE"})
    void aFaultThatIsAnAnswerHasItsStatus(FaultKind kind) throws Exception {
        fail(kind);
        int status = switch (kind) {
            case TOKEN_WITHDRAWN -> 401;
            case SHORT_WAIT, LONG_WAIT -> 429;
            case INTERNAL_ERROR -> 500;
            case BAD_GATEWAY -> 502;
            case UNAVAILABLE -> 503;
            case SLOW, CUT, CUT_CHUNKED, HALF_DOCUMENT, NO_DOCUMENT -> 200;
        };
        var response = client.get(PATH);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(StandInClient.json(response).at("/error/status").asInt()).isEqualTo(status);
        assertThat(standIn.log().perFault()).containsExactly(Map.entry(kind, 1));
    }

    @Test
    void aTokenThatWasWithdrawnStaysSo() throws Exception {
        fail(FaultKind.TOKEN_WITHDRAWN);
        client.get(PATH);
        standIn.fail(Faults.NONE);
        assertThat(client.get(PATH).statusCode()).isEqualTo(401);
        client.signIn();
        assertThat(client.get(PATH).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"CUT", "CUT_CHUNKED"})
    void aCutAnswerIsSeenAsOneByTheClient(FaultKind kind) throws Exception {
        fail(kind);
        assertThatThrownBy(() -> client.get(PATH)).isInstanceOf(IOException.class);
        String image =
                "/image/" + standIn.catalogue().artists().get(0).albums().get(0).id() + ".jpg?size=64";
        assertThatThrownBy(() -> client.anonymous(image)).isInstanceOf(IOException.class);
        standIn.fail(Faults.NONE);
        assertThat(client.get(PATH).statusCode()).isEqualTo(200);
        assertThat(client.anonymous(image).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"HALF_DOCUMENT", "NO_DOCUMENT"})
    void aSpoiltDocumentCannotBeRead(FaultKind kind) throws Exception {
        fail(kind);
        var response = client.get(PATH);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> StandInClient.json(response)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aSlowAnswerIsTheRightOne() throws Exception {
        standIn.fail(Faults.NONE.of(1, 1, EnumSet.of(FaultKind.SLOW)).withSlowness(Duration.ofMillis(1)));
        assertThat(client.document(PATH).at("/artists/items")).isNotEmpty();
        assertThat(standIn.log().perFault()).containsKey(FaultKind.SLOW);
    }

    private void fail(FaultKind kind) {
        standIn.fail(Faults.NONE.of(1, 1, EnumSet.of(kind)));
    }
}
