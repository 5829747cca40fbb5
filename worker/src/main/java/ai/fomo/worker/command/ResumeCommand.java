package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.resume.RunReset;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo resume}. */
@Command(
        name = "resume",
        description = {
            "Lets a run go on that was cancelled, or has failed: under the same id, with what it was cancelled in or has failed"
                    + " at, a training from its newest checkpoint. It ends in the bytes of a run that was never interrupted.",
            "The exit code is that of fomo retrain. Ctrl-C ends the watching, not the run."
        },
        footer = {"", "Example:", "  fomo resume retrain-posters-3"})
public final class ResumeCommand extends PlatformCommand {
    @Parameters(paramLabel = "RUN", description = "As fomo runs lists it.", converter = RunIdConverter.class)
    private RunId run = new RunId("-");

    @Option(names = "--no-wait", description = "Let the run go on and leave; fomo watch follows it.")
    private boolean noWait;

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        RunStore runs = new RunStore(platform.database().jdbi());
        new RunReset(platform.client(), runs).reset(KnownRuns.require(runs, run));
        console().note("run " + run + " goes on");
        if (noWait) {
            console().print(FollowedRun.goesOn(platform, run));
            console().document(Map.of("run", run));
            return ExitCode.DONE;
        }
        return FollowedReproduction.is(run)
                ? FollowedReproduction.follow(platform, console(), run)
                : FollowedRun.follow(platform, console(), run);
    }
}
