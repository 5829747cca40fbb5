package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo reproduce}. */
@Command(
        name = "reproduce",
        description = {
            "Trains again what a run has trained, from its record: the same features, configuration and seed. Compares the model"
                    + " to the byte and the losses of every epoch to the bit, and prints what differs. Registers nothing.",
            "The same is promised on the same backend; what the two trainings were made by is compared, too."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the same", "1:different, or failed", "2:wrong usage"},
        footer = {"", "Example:", "  fomo reproduce retrain-posters-3"})
public final class ReproduceCommand extends PlatformCommand {
    @Parameters(paramLabel = "RUN", description = "As fomo runs lists it.", converter = RunIdConverter.class)
    private RunId run = new RunId("-");

    @Option(names = "--no-wait", description = "Start the reproduction and leave; fomo watch follows it.")
    private boolean noWait;

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        requireModel(platform.database().jdbi());
        RunId reproduction = FollowedReproduction.start(platform, run);
        console().note("run " + reproduction + " trains again what " + run + " has trained");
        if (noWait) {
            console().print(FollowedRun.goesOn(platform, reproduction));
            console().document(Map.of("run", reproduction));
            return ExitCode.DONE;
        }
        return FollowedReproduction.follow(platform, console(), reproduction);
    }

    private void requireModel(Jdbi jdbi) {
        RunRow row = KnownRuns.require(new RunStore(jdbi), run);
        if (new ModelStore(jdbi).ofRun(run).isEmpty()) {
            throw CommandFailure.failed("run " + run + " has made no model that could be made again: "
                    + (row.outcome() == null ? "it has not ended" : row.outcome() + ", " + row.explanation())
                    + (FollowedReproduction.is(run) ? "; reproduce the run that it is of" : ""));
        }
    }
}
