package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.workflows.retrain.RetrainOutcome;
import ai.fomo.workflows.training.ReproductionOutcome;
import java.util.List;
import java.util.stream.Stream;

/** The run that a person named. */
final class KnownRuns {
    private static final int NAMED = 10;

    private KnownRuns() {}

    /** @throws CommandFailure naming the latest ones, where there is none of that id */
    static RunRow require(RunStore runs, RunId run) {
        return runs.find(run).orElseThrow(() -> unknown(run, runs.list(NAMED)));
    }

    /** That of the outcome; a run that was cancelled or has no outcome failed. */
    static ExitCode exitCode(RunRow row) {
        if (ReproductionOutcome.SAME.name().equals(row.outcome())) {
            return ExitCode.DONE;
        }
        return Stream.of(RetrainOutcome.values())
                .filter(outcome -> outcome.name().equals(row.outcome()))
                .findFirst()
                .map(FollowedRun::exitCode)
                .orElse(ExitCode.FAILED);
    }

    private static CommandFailure unknown(RunId run, List<RunRow> latest) {
        String known =
                String.join(", ", latest.stream().map(row -> row.run().value()).toList());
        return CommandFailure.failed("there is no run '" + run + "'; "
                + (latest.isEmpty() ? "start one with fomo retrain --dataset NAME" : "the latest are: " + known));
    }
}
