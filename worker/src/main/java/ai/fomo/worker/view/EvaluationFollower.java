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
import org.jspecify.annotations.Nullable;

/** Follows one evaluation until it ends. */
public final class EvaluationFollower {
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
        try (ChildProgress child = new ChildProgress(client, console)) {
            return new FollowedWorkflow(client, workflowId, workflowId, "")
                    .result(
                            EvaluationOutcome.class,
                            failure -> "no evaluation: " + WorkflowFailures.sentence(failure),
                            () -> show(child));
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
