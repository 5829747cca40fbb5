package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.DatasetOverview;
import ai.fomo.worker.view.DatasetTable;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code fomo dataset list}. */
@Command(
        name = "list",
        description =
                "Lists the datasets by name, with what was built of each: its digest, when, its splits, and what it is a"
                        + " subset of.",
        footer = {"", "Example:", "  fomo dataset list", "  fomo dataset list --json"})
public final class DatasetListCommand extends PlatformCommand {
    @Override
    protected ExitCode run(Platform platform) {
        List<DatasetOverview> datasets = DatasetOverview.all(platform.database());
        console()
                .print(
                        datasets.isEmpty()
                                ? "no dataset yet; bring one in with fomo dataset import"
                                : DatasetTable.of(datasets));
        console().document(datasets);
        return ExitCode.DONE;
    }
}
