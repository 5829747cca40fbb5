package ai.fomo.worker.command;

import ai.fomo.activities.evaluation.RunComparer;
import ai.fomo.activities.evaluation.RunComparison;
import ai.fomo.activities.evaluation.RunsNotComparableException;
import ai.fomo.domain.RunId;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.storage.Database;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.ComparisonSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fomo compare}. */
@Command(
        name = "compare",
        description = {
            "Compares the models of two runs on the test images that both were judged on: how much better the first is than the"
                    + " second, with 95 %% intervals from draws that both share.",
            "",
            "The runs may have trained on different datasets of the same classes; images that one of the two was trained on are"
                    + " left out."
        },
        footer = {"", "Example:", "  fomo compare retrain-posters-7 retrain-posters-5"})
public final class CompareCommand extends PlatformCommand {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "The run that may be better.",
            converter = RunIdConverter.class)
    private RunId first = new RunId("-");

    @Parameters(
            index = "1",
            paramLabel = "RUN",
            description = "The run it is compared with.",
            converter = RunIdConverter.class)
    private RunId second = new RunId("-");

    @Override
    protected ExitCode run(Platform platform) {
        Database database = platform.database();
        RunStore runs = new RunStore(database.jdbi());
        KnownRuns.require(runs, first);
        KnownRuns.require(runs, second);
        RunComparison comparison;
        try {
            comparison = new RunComparer(
                            new EvaluationStore(database.jdbi()),
                            new DatasetStore(database.jdbi()),
                            new ModelStore(database.jdbi()),
                            platform.blobs())
                    .compare(first, second, Bootstrap.standard());
        } catch (RunsNotComparableException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
        console().print(ComparisonSummary.of(comparison));
        console().document(comparison);
        return ExitCode.DONE;
    }
}
