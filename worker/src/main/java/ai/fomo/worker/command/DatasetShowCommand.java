package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.DatasetOverview;
import ai.fomo.worker.view.DatasetTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fomo dataset show}. */
@Command(
        name = "show",
        description = "Shows one dataset: its images, its classes and its splits as a retraining last built them.",
        footer = {"", "Example:", "  fomo dataset show posters"})
public final class DatasetShowCommand extends PlatformCommand {
    @Parameters(paramLabel = "NAME", description = "What the dataset is called.")
    private String name = "";

    @Override
    protected ExitCode run(Platform platform) {
        DatasetOverview overview =
                DatasetOverview.of(platform.database(), KnownDatasets.require(platform.database(), name));
        console().print(DatasetTable.of(List.of(overview)));
        List<String> classes = overview.classes();
        console()
                .print(
                        classes == null
                                ? "its classes and splits are decided by the first: fomo retrain --dataset " + name
                                : "classes: " + String.join(", ", classes));
        console().document(overview);
        return ExitCode.DONE;
    }
}
