package ai.fomo.worker.view;

import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Follows the sync of a source until it ends. */
public final class SyncFollower {
    private static final long POLL_MILLISECONDS = 300;

    private final WorkflowClient client;
    private final Console console;
    private final String source;
    private boolean silenceSaid;

    public SyncFollower(WorkflowClient client, Console console, String source) {
        this.client = client;
        this.console = console;
        this.source = source;
    }

    /**
     * @param whenInterrupted said where the process is told to stop meanwhile: what becomes of the sync
     * @throws CommandFailure with the reason in one sentence, where it failed or was cancelled
     */
    public CatalogueResult follow(String whenInterrupted) {
        SyncWatch watch = new SyncWatch(console);
        Farewell farewell = Farewell.of(console, whenInterrupted);
        try {
            CompletableFuture<CatalogueResult> result = client.newUntypedWorkflowStub(
                            CatalogueWorkflow.workflowId(source))
                    .getResultAsync(CatalogueResult.class);
            while (!ended(result)) {
                show(watch);
            }
            return result.join();
        } finally {
            watch.end();
            farewell.withdraw();
        }
    }

    private boolean ended(CompletableFuture<CatalogueResult> result) {
        try {
            result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("no longer following the sync of " + source);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkflowFailedException) {
                throw CommandFailure.failed("the sync of " + source + " ended: " + WorkflowFailures.sentence(e));
            }
            throw CommandFailure.failed("lost sight of the sync of " + source + " (" + WorkflowFailures.sentence(e)
                    + "); it may well go on: fomo catalogue sync " + source + " joins it");
        }
    }

    private void show(SyncWatch watch) {
        CatalogueProgress progress;
        try {
            progress = client.newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.workflowId(source))
                    .progress();
        } catch (WorkflowException | StatusRuntimeException e) {
            // The query needs a worker; the sync itself only waits for one.
            if (!silenceSaid) {
                silenceSaid = true;
                console.note("no worker answers; the sync goes on as soon as there is one");
            }
            return;
        }
        silenceSaid = false;
        watch.show(progress, System.nanoTime());
    }
}
