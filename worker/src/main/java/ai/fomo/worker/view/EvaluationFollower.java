package ai.fomo.worker.view;

import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.workflows.evaluation.EvaluationOutcome;
import ai.fomo.workflows.evaluation.EvaluationProgress;
import ai.fomo.workflows.evaluation.EvaluationWorkflow;
import ai.fomo.workflows.retrain.RetrainStage;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Follows one evaluation until it ends. */
public final class EvaluationFollower {
    private static final long POLL_MILLISECONDS = 300;

    private final WorkflowClient client;
    private final Console console;
    private final String workflowId;
    private @Nullable String said;

    public EvaluationFollower(WorkflowClient client, Console console, String workflowId) {
        this.client = client;
        this.console = console;
        this.workflowId = workflowId;
    }

    /** @throws CommandFailure with the reason in one sentence, where it failed or was cancelled */
    public EvaluationOutcome follow() {
        CompletableFuture<EvaluationOutcome> result =
                client.newUntypedWorkflowStub(workflowId).getResultAsync(EvaluationOutcome.class);
        try (ChildProgress child = new ChildProgress(client, console)) {
            while (true) {
                try {
                    return result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    show(child);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("no longer following " + workflowId + ", which goes on");
        } catch (ExecutionException e) {
            throw CommandFailure.failed(
                    e.getCause() instanceof WorkflowFailedException
                            ? "no evaluation: " + WorkflowFailures.sentence(e)
                            : "lost sight of " + workflowId + " (" + WorkflowFailures.sentence(e)
                                    + "); it may well go on");
        }
    }

    private void show(ChildProgress child) {
        EvaluationProgress progress;
        try {
            progress =
                    client.newWorkflowStub(EvaluationWorkflow.class, workflowId).progress();
        } catch (WorkflowException | StatusRuntimeException e) {
            // Without a worker for a moment: the next look tells more.
            return;
        }
        if (!progress.detail().equals(said)) {
            child.end();
            said = progress.detail();
            console.note(said);
        }
        if (progress.features() != null) {
            child.show(RetrainStage.FEATURES, progress.features());
        }
    }
}
