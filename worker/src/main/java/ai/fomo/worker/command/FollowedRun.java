package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.RetrainDocument;
import ai.fomo.worker.view.RetrainFollower;
import ai.fomo.worker.view.RetrainSummary;
import ai.fomo.workflows.retrain.RetrainOutcome;
import ai.fomo.workflows.retrain.RetrainResult;

/** A run that a command watches until its end. */
final class FollowedRun {
    private FollowedRun() {}

    /** Prints what came of it; the exit code says it too. */
    static ExitCode follow(Platform platform, Console console, RunId run) {
        RetrainFollower follower = new RetrainFollower(
                platform.client(), new EpochMetricStore(platform.database().jdbi()), console, run);
        RetrainResult result = follower.follow(goesOn(platform, run));
        console.print(RetrainSummary.of(result));
        console.document(RetrainDocument.of(result));
        return exitCode(result.outcome());
    }

    /** What becomes of a run that nobody watches. */
    static String goesOn(Platform platform, RunId run) {
        return platform.owner()
                ? "run " + run + " stops with the services of this command and goes on at their next start: fomo watch "
                        + run
                : "run " + run + " goes on; watch it with: fomo watch " + run
                        + ", cancel it with: temporal workflow cancel --workflow-id " + run;
    }

    static ExitCode exitCode(RetrainOutcome outcome) {
        return switch (outcome) {
            case PROMOTED -> ExitCode.DONE;
            case REFUSED, REJECTED -> ExitCode.REFUSED;
            case SUPERSEDED, FAILED -> ExitCode.FAILED;
        };
    }
}
