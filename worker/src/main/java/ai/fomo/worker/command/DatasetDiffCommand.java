package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetDiff;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.DiffDocument;
import ai.fomo.worker.view.DiffSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fomo dataset diff}. */
@Command(
        name = "diff",
        description = {
            "Compares two datasets image by image: which were added, removed, labelled otherwise or moved to another split, how"
                    + " the share of each genre has changed, and how far the labels are apart.",
            "The exit code is 0 whether they differ or not."
        },
        footer = {"", "Example:", "  fomo dataset diff 3f9a2c posters", "  fomo dataset diff 3f9a2c 81be07 --json"})
public final class DatasetDiffCommand extends PlatformCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "The one to start from. " + KnownDatasets.ARGUMENT)
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The one to compare with it, likewise.")
    private String after = "";

    @Override
    protected ExitCode run(Platform platform) {
        DatasetStore datasets = new DatasetStore(platform.database().jdbi());
        Dataset earlier =
                KnownDatasets.requireBuilt(platform.database(), before).dataset();
        Dataset later = KnownDatasets.requireBuilt(platform.database(), after).dataset();
        DatasetManifest manifestBefore = datasets.manifest(earlier);
        DatasetManifest manifestAfter = datasets.manifest(later);
        DiffDocument diff = DiffDocument.of(
                earlier,
                later,
                DatasetDiff.between(manifestBefore, manifestAfter),
                LabelDrift.between(
                        earlier.digest(), DatasetStatistics.of(manifestBefore), DatasetStatistics.of(manifestAfter)));
        console().print(DiffSummary.of(diff));
        console().document(diff);
        return ExitCode.DONE;
    }
}
