package ai.fomo.workflows.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    private final PaceWindow window = new PaceWindow(new Pace(3, Duration.ofSeconds(8)));

    @Test
    void requestsUnderWayCount() {
        assertThat(window.filledBy(2)).isFalse();
        assertThat(window.next(2, NOW)).isNull();
        assertThat(window.filledBy(3)).isTrue();
    }

    @Test
    void anAnsweredRequestCountsForAWindowBehindItsAnswer() {
        window.answered(NOW);

        assertThat(window.next(1, NOW.plusSeconds(1))).isNull();
        assertThat(window.next(2, NOW.plusSeconds(1))).isEqualTo(NOW.plusSeconds(8));
        assertThat(window.next(2, NOW.plusSeconds(8))).isNull();
    }

    @Test
    void requestsThatMayBeSentWithinAnEighthOfAWindowAreSentTogether() {
        window.answered(NOW);
        window.answered(NOW.plusSeconds(1));
        window.answered(NOW.plusSeconds(2));

        assertThat(window.next(0, NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(9));
        assertThat(window.next(1, NOW.plusSeconds(9))).isNull();
        assertThat(window.next(2, NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void withoutAPaceNothingWaits() {
        PaceWindow none = new PaceWindow(null);
        none.answered(NOW);

        assertThat(none.filledBy(1_000)).isFalse();
        assertThat(none.next(1_000, NOW)).isNull();
    }
}
