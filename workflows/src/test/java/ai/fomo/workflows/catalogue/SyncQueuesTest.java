package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.catalogue.CatalogueDouble.Fate;
import ai.fomo.workflows.catalogue.CatalogueDouble.Item;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is under way, what waits for its turn, and what lies picked in the queues of genres. */
class SyncQueuesTest {
    private final WorkflowEnvironment environment = new WorkflowEnvironment();
    private final CatalogueDouble source = new CatalogueDouble(environment::now);

    @BeforeEach
    void start() {
        environment.activities(source);
        environment
                .workflows()
                .registerWorkflowImplementationFactory(CatalogueWorkflow.class, () -> new CatalogueWorkflowImpl(8_000));
        environment.start();
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    @Timeout(60)
    void aSyncThatIsCancelledWhileCoversAreOnTheWayAndOthersWaitForTheirTurnEnds() throws InterruptedException {
        source.genre("jazz", List.of(items("jazz", 0, 20)));
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch onTheWay = new CountDownLatch(1);
        source.limit = what -> {
            if (what.equals("cover jazz-0")) {
                onTheWay.countDown();
                waitFor(cancelled);
            } else if (what.startsWith("cover")) {
                return new RateLimited("spotify-covers", environment.now().plus(Duration.ofDays(1)), false);
            }
            return null;
        };
        WorkflowStub sync = begin(0);
        waitFor(onTheWay);
        awaitTimerAndAllAnswersButOne();

        sync.cancel();
        assertThatThrownBy(() -> sync.getResult(CatalogueResult.class)).isInstanceOf(WorkflowFailedException.class);
        cancelled.countDown();
        assertThat(source.finished()).singleElement().asString().startsWith("cancelled");
    }

    @Test
    void albumsBehindThoseThatAnotherGenreHasPickedAreFetchedInTheSameSync() {
        List<Item> both = new ArrayList<>(items("jazz", 0, 300));
        for (int i = 0; i < 50; i++) {
            both.add(new Item("soul-" + i, List.of("soul"), Fate.STORED));
        }
        source.genre("jazz", List.of(both));
        source.genre("soul", List.of(both));
        AtomicInteger covers = new AtomicInteger();
        source.limit = what -> {
            if (what.startsWith("cover") && covers.incrementAndGet() <= 16) {
                // Until both genres have picked.
                pause();
            }
            return null;
        };

        result(begin(40));

        assertThat(source.have("jazz")).isEqualTo(40);
        assertThat(source.have("soul")).isEqualTo(40);
    }

    @Test
    void moreOfAGenreComesFromAlbumsThatAreListedBeforeTheSourceIsAskedAgain() {
        source.genre("jazz", List.of(items("jazz", 0, 50), items("jazz", 50, 50)));
        result(begin(10));
        source.forgetRequests();

        result(begin(45));

        assertThat(source.have("jazz")).isEqualTo(45);
        assertThat(source.requests()).noneMatch(what -> what.startsWith("list"));
    }

    @Test
    void aServerOfImagesThatWantsToBeLeftAloneKeepsListingsBackToo() {
        source.genre("jazz", List.of(items("jazz", 0, 5), items("jazz", 5, 5), items("jazz", 10, 5)));
        Instant opens = environment.now().plus(Duration.ofHours(12));
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger listings = new AtomicInteger();
        source.limit = what -> {
            if (what.startsWith("cover") && environment.now().isBefore(opens)) {
                closed.countDown();
                return new RateLimited("spotify-covers", opens, true);
            }
            if (what.startsWith("list") && listings.incrementAndGet() == 2) {
                waitFor(closed);
                pause();
            }
            return null;
        };

        result(begin(0));

        assertThat(source.stored()).hasSize(15);
        assertThat(source.sent())
                .filteredOn(sent -> sent.what().startsWith("list") && sent.at().isBefore(opens))
                .hasSizeLessThanOrEqualTo(2);
    }

    private WorkflowStub begin(int coversPerGenre) {
        CatalogueRequest request = new CatalogueRequest("covers", SourceKind.SPOTIFY, coversPerGenre);
        CatalogueWorkflow workflow =
                environment.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request));
        WorkflowClient.start(workflow::sync, request);
        return WorkflowStub.fromTyped(workflow);
    }

    private static void result(WorkflowStub sync) {
        sync.getResult(CatalogueResult.class);
    }

    /**
     * The test server loses a workflow task that cancels an activity whose answer came during the task, where Temporal's
     * server cancels the others: so no answer may be on the way when the sync is cancelled.
     */
    private void awaitTimerAndAllAnswersButOne() throws InterruptedException {
        while (true) {
            List<HistoryEvent> history = environment
                    .client()
                    .fetchHistory(CatalogueWorkflow.workflowId("covers"))
                    .getEvents();
            if (count(history, EventType.EVENT_TYPE_TIMER_STARTED) > 0
                    && count(history, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
                            == count(history, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) + 1) {
                return;
            }
            Thread.sleep(50);
        }
    }

    private static long count(List<HistoryEvent> history, EventType type) {
        return history.stream().filter(event -> event.getEventType() == type).count();
    }

    /** Longer than the workflow needs to hear of an answer that has come. */
    private static void pause() {
        waitFor(new CountDownLatch(1), 1);
    }

    private static void waitFor(CountDownLatch latch) {
        waitFor(latch, 20);
    }

    private static void waitFor(CountDownLatch latch, int seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
