package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fomo catalogue cancel}. */
@Command(
        name = "cancel",
        description = {
            "Ends the sync of a catalogue, and waits until it has ended.",
            "What was fetched stays, and the next sync goes on there."
        },
        footer = {"", "Example:", "  fomo catalogue cancel covers"})
public final class CatalogueCancelCommand extends PlatformCommand {
    @Mixin
    private CatalogueName catalogue = new CatalogueName();

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        String name = catalogue.require(platform).name();
        if (!FollowedSync.runs(platform, name)) {
            throw CommandFailure.failed("no sync of '" + name + "' is running");
        }
        WorkflowStub workflow = platform.client().newUntypedWorkflowStub(CatalogueWorkflow.workflowId(name));
        workflow.cancel();
        try {
            workflow.getResult(CatalogueResult.class);
        } catch (WorkflowFailedException e) {
            console()
                    .print("the sync of " + name + " has ended; the next one goes on there: fomo catalogue sync "
                            + name);
            console().document(Map.of("source", name, "cancelled", true));
            return ExitCode.DONE;
        }
        throw CommandFailure.failed("the sync of '" + name + "' ended before it could be cancelled");
    }
}
