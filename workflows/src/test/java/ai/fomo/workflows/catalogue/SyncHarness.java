package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Syncs of one source, one after the other, in a Temporal of the test's own. */
final class SyncHarness implements AfterEachCallback, AutoCloseable {
    private static final int LONG_HISTORY = 8_000;

    private final WorkflowEnvironment environment = new WorkflowEnvironment();
    final CatalogueDouble source = new CatalogueDouble(environment::now);
    private boolean started;

    Instant now() {
        return environment.now();
    }

    CatalogueResult sync(int coversPerGenre) {
        return sync(coversPerGenre, LONG_HISTORY);
    }

    /** @param longHistory events after which the first sync, and those after it, go on as a new execution */
    CatalogueResult sync(int coversPerGenre, int longHistory) {
        return WorkflowStub.fromTyped(start(coversPerGenre, longHistory)).getResult(CatalogueResult.class);
    }

    CatalogueWorkflow start(int coversPerGenre) {
        return start(coversPerGenre, LONG_HISTORY);
    }

    private CatalogueWorkflow start(int coversPerGenre, int longHistory) {
        if (!started) {
            environment.activities(source);
            environment
                    .workflows()
                    .registerWorkflowImplementationFactory(
                            CatalogueWorkflow.class, () -> new CatalogueWorkflowImpl(longHistory));
            environment.start();
            started = true;
        }
        CatalogueRequest request = new CatalogueRequest("covers", SourceKind.SPOTIFY, coversPerGenre);
        CatalogueWorkflow workflow =
                environment.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request));
        WorkflowClient.start(workflow::sync, request);
        return workflow;
    }

    /** Of the last execution. */
    List<HistoryEvent> history() {
        return environment
                .client()
                .fetchHistory(CatalogueWorkflow.workflowId("covers"))
                .getEvents();
    }

    long count(EventType type) {
        return history().stream().filter(event -> event.getEventType() == type).count();
    }

    /** What Temporal's UI shows beside the timers of the last execution. */
    List<String> timers() {
        return history().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED)
                .map(event -> PayloadConverter.dataConverter()
                        .fromPayload(event.getUserMetadata().getSummary(), String.class, String.class))
                .toList();
    }

    static CatalogueProgress.Waiting awaitWaiting(CatalogueWorkflow workflow) {
        while (true) {
            CatalogueProgress.Waiting waiting = workflow.progress().waiting();
            if (waiting != null) {
                return waiting;
            }
        }
    }

    static boolean await(CountDownLatch latch) {
        return await(latch, 20);
    }

    static boolean await(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        environment.close();
    }
}
