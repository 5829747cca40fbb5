package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.workflows.training.ReproduceResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;

/** Follows one reproduction until it ends: its training, which is nearly all of it. */
public final class ReproductionFollower {
    private static final long POLL_MILLISECONDS = 300;

    private final WorkflowClient client;
    private final RunId reproduction;
    private final TrainingWatch training;

    public ReproductionFollower(WorkflowClient client, Jdbi jdbi, Console console, RunId reproduction) {
        this.client = client;
        this.reproduction = reproduction;
        this.training = new TrainingWatch(client, jdbi, console, reproduction);
    }

    /**
     * @throws WorkflowNotFoundException where Temporal knows no such run
     * @throws CommandFailure with the reason in one sentence, where it failed or was cancelled
     */
    public ReproduceResult follow() {
        CompletableFuture<ReproduceResult> result =
                client.newUntypedWorkflowStub(reproduction.value()).getResultAsync(ReproduceResult.class);
        try {
            while (true) {
                try {
                    return result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    training.show();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("no longer following " + reproduction + ", which goes on");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkflowNotFoundException unknown) {
                throw unknown;
            }
            throw CommandFailure.failed(
                    e.getCause() instanceof WorkflowFailedException
                            ? "no reproduction: " + WorkflowFailures.sentence(e)
                            : "lost sight of " + reproduction + " (" + WorkflowFailures.sentence(e)
                                    + "); it may well go on: fomo watch " + reproduction);
        } finally {
            training.end();
        }
    }
}
