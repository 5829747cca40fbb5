package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Covers from a server that bears few requests, as the Cover Art Archive does. */
class CoverPaceTest {
    private static final Pace FOUR_A_SECOND = new Pace(4, Duration.ofSeconds(1));

    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void noMoreCoversAreBegunThanThePaceLetsPass() {
        PaceDouble pace = new PaceDouble(FOUR_A_SECOND, syncs::now);
        syncs.source.coverPace = pace;
        syncs.source.genre("jazz", List.of(items("jazz", 0, 40)));

        syncs.sync(0);

        assertThat(syncs.source.stored()).hasSize(40);
        assertThat(syncs.source.mostCoversAtOnce()).isLessThanOrEqualTo(FOUR_A_SECOND.requests());
        assertThat(pace.turnedAway()).isZero();
        assertThat(syncs.timers()).allMatch(summary -> summary.startsWith("the pace of covers of covers"));
    }

    @Test
    void aNewExecutionKnowsThePaceAndMeetsAtMostWhatTheOneBeforeHasSent() {
        PaceDouble pace = new PaceDouble(FOUR_A_SECOND, syncs::now);
        syncs.source.coverPace = pace;
        syncs.source.genre("jazz", List.of(items("jazz", 0, 40)));

        syncs.sync(0, 150);

        assertThat(syncs.source.executions()).isGreaterThan(1);
        assertThat(syncs.source.stored()).hasSize(40);
        assertThat(syncs.source.mostCoversAtOnce()).isLessThanOrEqualTo(FOUR_A_SECOND.requests());
        assertThat(pace.turnedAway()).isLessThanOrEqualTo(FOUR_A_SECOND.requests() * (syncs.source.executions() - 1));
    }

    @Test
    void withoutAPaceSixteenAreFetchedAtOnce() {
        CountDownLatch sixteen = new CountDownLatch(16);
        syncs.source.genre("jazz", List.of(items("jazz", 0, 16)));
        syncs.source.limit = what -> {
            if (what.startsWith("cover")) {
                sixteen.countDown();
                SyncHarness.await(sixteen);
            }
            return null;
        };

        syncs.sync(0);

        assertThat(syncs.source.mostCoversAtOnce()).isEqualTo(16);
    }

    @Test
    void ofSeveralMomentsThatCoversAreTurnedAwayUntilTheLatestIsWaitedFor() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 2)));
        Instant soon = syncs.now().plus(Duration.ofMinutes(1));
        Instant late = syncs.now().plus(Duration.ofHours(1));
        AtomicInteger early = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        syncs.source.limit = what -> {
            if (!what.startsWith("cover") || !syncs.now().isBefore(late)) {
                return null;
            }
            early.incrementAndGet();
            if (what.equals("cover jazz-0")) {
                first.countDown();
                return new RateLimited("covers", soon, false);
            }
            SyncHarness.await(first);
            // Until the timer for the first one runs.
            SyncHarness.await(new CountDownLatch(1), 1);
            return new RateLimited("covers", late, false);
        };

        syncs.sync(0);

        assertThat(syncs.source.stored()).hasSize(2);
        assertThat(early).hasValue(2);
    }
}
