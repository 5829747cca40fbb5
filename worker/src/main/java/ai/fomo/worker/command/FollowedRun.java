package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.LossChart;
import ai.fomo.worker.view.RetrainDocument;
import ai.fomo.worker.view.RetrainFollower;
import ai.fomo.worker.view.RetrainSummary;
import ai.fomo.workflows.retrain.RetrainOutcome;
import ai.fomo.workflows.retrain.RetrainRequest;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.RetrainWorkflow;
import io.temporal.client.WorkflowClient;
import java.util.List;

/** A run that a command watches until its end. */
final class FollowedRun {
    private FollowedRun() {}

    /** Starts a run under the next number of its dataset. */
    static RunId start(Platform platform, RetrainRequest request) {
        int number = new RunStore(platform.database().jdbi()).nextNumber(request.dataset());
        RunId run = new RunId(RetrainWorkflow.workflowId(request.dataset(), number));
        RetrainWorkflow workflow =
                platform.client().newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(run, request));
        WorkflowClient.start(workflow::retrain, request);
        return run;
    }

    /** Prints what came of it; the exit code says it too. */
    static ExitCode follow(Platform platform, Console console, RunId run) {
        RetrainFollower follower = follower(platform, console, run);
        RetrainResult result = follower.follow(goesOn(platform, run));
        List<EpochMetric> epochs = new EpochMetricStore(platform.database().jdbi()).of(run);
        if (!follower.drawn()) {
            LossChart.of(epochs).forEach(console::print);
        }
        console.print(RetrainSummary.of(result));
        console.document(RetrainDocument.of(result, epochs));
        return exitCode(result.outcome());
    }

    /** Says how far it is, until there is a result. */
    static RetrainResult untilItEnds(Platform platform, Console console, RunId run) {
        return follower(platform, console, run).follow(goesOn(platform, run));
    }

    private static RetrainFollower follower(Platform platform, Console console, RunId run) {
        return new RetrainFollower(platform.client(), platform.database().jdbi(), console, run);
    }

    /** What becomes of a run that nobody watches. */
    static String goesOn(Platform platform, RunId run) {
        return platform.owner()
                ? "run " + run + " stops with the services of this command and goes on at their next start: fomo watch "
                        + run
                : "run " + run + " goes on; watch it with: fomo watch " + run + ", stop it with: fomo cancel " + run;
    }

    static ExitCode exitCode(RetrainOutcome outcome) {
        return switch (outcome) {
            case PROMOTED -> ExitCode.DONE;
            case REFUSED, REJECTED -> ExitCode.REFUSED;
            case SUPERSEDED, FAILED -> ExitCode.FAILED;
        };
    }
}
