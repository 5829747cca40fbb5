package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.WorkflowNumbers;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.ReproductionFollower;
import ai.fomo.worker.view.ReproductionText;
import ai.fomo.workflows.training.ReproduceRequest;
import ai.fomo.workflows.training.ReproduceResult;
import ai.fomo.workflows.training.ReproduceWorkflow;
import ai.fomo.workflows.training.ReproductionOutcome;
import io.temporal.client.WorkflowClient;

/** A reproduction that a command watches until its end. */
final class FollowedReproduction {
    private FollowedReproduction() {}

    /** Whether a run is the reproduction of another one. */
    static boolean is(RunId run) {
        return run.value().startsWith(ReproduceWorkflow.PREFIX);
    }

    /** Under the next number of the run's reproductions. */
    static RunId start(Platform platform, RunId run) {
        int number = WorkflowNumbers.next(platform.database().jdbi(), ReproduceWorkflow.PREFIX + run);
        ReproduceWorkflow workflow =
                platform.client().newWorkflowStub(ReproduceWorkflow.class, ReproduceWorkflow.options(run, number));
        WorkflowClient.start(workflow::reproduce, new ReproduceRequest(run));
        return new RunId(ReproduceWorkflow.workflowId(run, number));
    }

    /** Prints what came of it; the exit code says it too. */
    static ExitCode follow(Platform platform, Console console, RunId reproduction) {
        ReproduceResult result =
                new ReproductionFollower(platform.client(), platform.database().jdbi(), console, reproduction).follow();
        console.print(ReproductionText.of(result));
        console.document(result);
        return result.outcome() == ReproductionOutcome.SAME ? ExitCode.DONE : ExitCode.FAILED;
    }
}
