package ai.fomo.worker.command;

import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.RunTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code fomo runs}. */
@Command(
        name = "runs",
        description = "Lists the retrainings, the latest first, with how each ended and why.",
        footer = {"", "Example:", "  fomo runs --limit 5"})
public final class RunsCommand extends PlatformCommand {
    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    protected void check() {
        if (limit < 1) {
            throw new ParameterException(spec().commandLine(), "--limit must be at least 1, was " + limit);
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        List<RunRow> runs = new RunStore(platform.database().jdbi()).list(limit);
        console().print(runs.isEmpty() ? "no run yet; start one with fomo retrain --dataset NAME" : RunTable.of(runs));
        console().document(runs);
        return ExitCode.DONE;
    }
}
