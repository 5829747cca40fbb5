package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sync ends behind what it has begun, so that its row tells what the others hold. */
class SyncCancellationTest {
    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void aCancelledSyncSaysSoInItsRow() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 5)));
        Instant until = syncs.now().plus(Duration.ofDays(1));
        syncs.source.limit = what -> what.startsWith("list") ? new RateLimited("spotify", until, true) : null;
        CatalogueWorkflow workflow = syncs.start(0);
        SyncHarness.awaitWaiting(workflow);

        WorkflowStub.fromTyped(workflow).cancel();

        assertThatThrownBy(() -> WorkflowStub.fromTyped(workflow).getResult(CatalogueResult.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(syncs.source.finished())
                .containsExactly("cancelled when 0 covers had been added; the next sync goes on there");
    }

    @Test
    @Timeout(60)
    void whatIsOnTheWayWhenASyncIsCancelledIsCountedInItsRow() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch onTheWay = new CountDownLatch(1);
        syncs.source.genre("jazz", List.of(items("jazz", 0, 20)));
        syncs.source.limit = what -> {
            if (what.equals("cover jazz-0")) {
                onTheWay.countDown();
                SyncHarness.await(cancelled);
            } else if (what.startsWith("cover")) {
                return new RateLimited("spotify-covers", syncs.now().plus(Duration.ofDays(1)), false);
            }
            return null;
        };
        WorkflowStub sync = WorkflowStub.fromTyped(syncs.start(0));
        SyncHarness.await(onTheWay);
        awaitTimerAndAllAnswersButOne();

        cancelWhileItIsOnTheWay(sync);
        cancelled.countDown();

        assertThatThrownBy(() -> sync.getResult(CatalogueResult.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(syncs.source.stored()).containsOnlyKeys("jazz-0");
        assertThat(syncs.source.finished())
                .containsExactly("cancelled when 1 covers had been added; the next sync goes on there");
    }

    @Test
    @Timeout(60)
    void aListingThatIsOnTheWayWhenASyncIsCancelledIsWrittenBeforeItsRow() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch onTheWay = new CountDownLatch(1);
        syncs.source.genre("jazz", List.of(items("jazz", 0, 20)));
        syncs.source.limit = what -> {
            if (what.startsWith("list")) {
                onTheWay.countDown();
                SyncHarness.await(cancelled);
            }
            return null;
        };
        WorkflowStub sync = WorkflowStub.fromTyped(syncs.start(0));
        SyncHarness.await(onTheWay);

        cancelWhileItIsOnTheWay(sync);
        cancelled.countDown();

        assertThatThrownBy(() -> sync.getResult(CatalogueResult.class)).isInstanceOf(WorkflowFailedException.class);
        assertThat(syncs.source.finished()).hasSize(1);
        assertThat(syncs.source.requests()).noneMatch(what -> what.startsWith("cover"));
    }

    private void cancelWhileItIsOnTheWay(WorkflowStub sync) throws InterruptedException {
        sync.cancel();
        await(() -> syncs.count(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED) == 1);
        assertThat(syncs.source.finished()).isEmpty();
    }

    /**
     * The test server loses a workflow task that cancels an activity whose answer came during the task, where Temporal's
     * server cancels the others: so no answer may be on the way when the sync is cancelled.
     */
    private void awaitTimerAndAllAnswersButOne() throws InterruptedException {
        await(() -> syncs.count(EventType.EVENT_TYPE_TIMER_STARTED) > 0
                && syncs.count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
                        == syncs.count(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) + 1);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
