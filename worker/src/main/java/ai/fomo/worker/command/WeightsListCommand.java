package ai.fomo.worker.command;

import ai.fomo.storage.feature.WeightsStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.WeightsEntry;
import ai.fomo.worker.view.WeightsTable;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code fomo weights list}. */
@Command(
        name = "list",
        description =
                "Lists the weights that were fetched, the latest first, with what they were made of, and which count.",
        footer = {"", "Example:", "  fomo weights list", "  fomo weights list --json"})
public final class WeightsListCommand extends PlatformCommand {
    @Override
    protected ExitCode run(Platform platform) {
        List<WeightsEntry> entries =
                WeightsEntry.of(new WeightsStore(platform.database().jdbi()).list());
        console().print(entries.isEmpty() ? "no weights yet; fomo weights fetch vgg16" : WeightsTable.of(entries));
        console().document(entries);
        return ExitCode.DONE;
    }
}
