package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.RunTable;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fomo watch}. */
@Command(
        name = "watch",
        description = {
            "Follows a run until it ends, and shows what came of it. Of a run that has ended it shows just that.",
            "The exit code is that of fomo retrain. Ctrl-C ends the watching, not the run."
        },
        footer = {"", "Example:", "  fomo watch retrain-posters-1"})
public final class WatchCommand extends PlatformCommand {
    @Parameters(paramLabel = "RUN", description = "As fomo runs lists it.", converter = RunIdConverter.class)
    private RunId run = new RunId("-");

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        try {
            return FollowedReproduction.is(run)
                    ? FollowedReproduction.follow(platform, console(), run)
                    : FollowedRun.follow(platform, console(), run);
        } catch (WorkflowNotFoundException e) {
            // Temporal forgets workflows that ended long ago; the row stays.
            return recorded(KnownRuns.require(new RunStore(platform.database().jdbi()), run));
        }
    }

    private ExitCode recorded(RunRow row) {
        console().print(RunTable.of(List.of(row)));
        console().document(row);
        return KnownRuns.exitCode(row);
    }
}
