package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.resume.Interruption;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo cancel}. */
@Command(
        name = "cancel",
        description = {
            "Stops a run, and waits until it has stopped: a training writes a last checkpoint first, which takes a few"
                    + " seconds. Nothing of it is lost: fomo resume lets it go on from there."
        },
        footer = {"", "Example:", "  fomo cancel retrain-posters-3", "  fomo resume retrain-posters-3"})
public final class CancelCommand extends PlatformCommand {
    @Parameters(paramLabel = "RUN", description = "As fomo runs lists it.", converter = RunIdConverter.class)
    private RunId run = new RunId("-");

    @Option(names = "--no-wait", description = "Ask it to stop and leave; fomo watch tells when it has.")
    private boolean noWait;

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        RunStore runs = new RunStore(platform.database().jdbi());
        requireOpen(KnownRuns.require(runs, run));
        WorkflowStub workflow = platform.client().newUntypedWorkflowStub(run.value());
        try {
            workflow.cancel();
        } catch (WorkflowNotFoundException e) {
            throw CommandFailure.failed("run " + run + " has ended; fomo watch " + run + " shows what came of it");
        }
        if (noWait) {
            console().print("run " + run + " is told to stop; fomo watch " + run + " tells when it has");
            console().document(Map.of("run", run));
            return ExitCode.DONE;
        }
        console().note("run " + run + " is told to stop");
        return ended(platform, workflow);
    }

    private ExitCode ended(Platform platform, WorkflowStub workflow) {
        try {
            workflow.getResult(Object.class);
        } catch (WorkflowFailedException e) {
            Interruption interruption = Interruption.of(platform.database().jdbi(), run, e);
            console().print(interruption.inWords());
            console().document(interruption);
            return interruption.cancelled() ? ExitCode.DONE : ExitCode.FAILED;
        }
        throw CommandFailure.failed(
                "run " + run + " ended before it could stop; fomo watch " + run + " shows what came of it");
    }

    private static void requireOpen(RunRow row) {
        if (row.outcome() != null) {
            throw CommandFailure.failed(
                    "run " + row.run() + " has ended already: " + row.outcome() + ", " + row.explanation());
        }
    }
}
