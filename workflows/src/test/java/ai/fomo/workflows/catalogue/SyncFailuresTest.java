package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.FailureTypes;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends a sync, and what does not. */
class SyncFailuresTest {
    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void aCoverThatCannotBeHadThisTimeIsLeftForTheNextSync() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 30)));
        syncs.source.limit = what -> {
            if (what.equals("cover jazz-3")) {
                throw away();
            }
            return null;
        };

        CatalogueResult result = syncs.sync(0, 60);

        assertThat(syncs.source.executions()).isGreaterThan(1);
        assertThat(result).isEqualTo(new CatalogueResult(29, 29, 0, 1, null));
        assertThat(syncs.source.finished())
                .containsExactly("29 covers added, 0 refused, 29 there; 1 are left for the next sync");
        syncs.source.limit = what -> null;
        assertThat(syncs.sync(0).added()).isEqualTo(1);
    }

    @Test
    void aServerOfImagesThatIsAwayEndsTheSync() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 200)));
        syncs.source.limit = what -> {
            if (what.startsWith("cover")) {
                throw away();
            }
            return null;
        };

        assertThatThrownBy(() -> syncs.sync(0))
                .satisfies(failure -> assertThat(FailureSentence.of(failure).sentence())
                        .startsWith("the server of the images of covers does not answer")
                        .contains("Nothing is lost"));
        assertThat(syncs.source.finished()).singleElement().asString().startsWith("the server of the images of covers");
    }

    @Test
    void ourOwnServicesBeingAwayForLongIsWaitedFor() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 3)));
        AtomicInteger attempts = new AtomicInteger();
        syncs.source.limit = what -> {
            if (what.equals("cover jazz-1") && attempts.incrementAndGet() <= 20) {
                throw ApplicationFailure.newFailure("no PostgreSQL", FailureTypes.SERVICE_UNAVAILABLE);
            }
            return null;
        };

        assertThat(syncs.sync(0).added()).isEqualTo(3);
    }

    @Test
    void aListingThatFailsForGoodEndsTheSyncWithItsSentenceAndWhatIsThereStays() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 10), items("jazz", 10, 10)));
        AtomicInteger listings = new AtomicInteger();
        syncs.source.limit = what -> {
            if (what.startsWith("list") && listings.incrementAndGet() == 2) {
                throw ApplicationFailure.newFailure("403: extended quota mode only", FailureTypes.SOURCE_REFUSED);
            }
            return null;
        };

        assertThatThrownBy(() -> syncs.sync(0))
                .satisfies(failure -> assertThat(FailureSentence.of(failure))
                        .isEqualTo(new FailureSentence(FailureTypes.SOURCE_REFUSED, "403: extended quota mode only")));
        assertThat(syncs.source.finished()).containsExactly("403: extended quota mode only");
        syncs.source.limit = what -> null;
        syncs.sync(0);
        assertThat(syncs.source.stored())
                .hasSize(20)
                .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aFailureWhileTheSourceIsClosedDoesNotWaitUntilItOpens() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 10), items("jazz", 10, 10)));
        Instant opens = syncs.now().plus(Duration.ofHours(12));
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger listings = new AtomicInteger();
        syncs.source.limit = what -> {
            if (what.startsWith("cover")) {
                closed.countDown();
                return new RateLimited("spotify-covers", opens, true);
            }
            if (what.startsWith("list") && listings.incrementAndGet() == 2 && SyncHarness.await(closed)) {
                throw ApplicationFailure.newFailure("403: extended quota mode only", FailureTypes.SOURCE_REFUSED);
            }
            return null;
        };

        assertThatThrownBy(() -> syncs.sync(0)).isInstanceOf(WorkflowFailedException.class);
        assertThat(syncs.timers()).isEmpty();
    }

    @Test
    void wrongCredentialsEndTheSyncBeforeAnythingIsPlanned() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 10)));
        syncs.source.limit = what -> {
            throw ApplicationFailure.newFailure("Spotify does not know these credentials", FailureTypes.SOURCE_REFUSED);
        };

        assertThatThrownBy(() -> syncs.sync(0))
                .satisfies(failure -> assertThat(FailureSentence.of(failure).sentence())
                        .isEqualTo("Spotify does not know these credentials"));
        assertThat(syncs.source.executions()).isZero();
    }

    private static ApplicationFailure away() {
        return ApplicationFailure.newNonRetryableFailure("503", FailureTypes.SOURCE_UNAVAILABLE);
    }
}
