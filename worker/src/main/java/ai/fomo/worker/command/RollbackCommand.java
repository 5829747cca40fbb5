package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.WorkflowFailures;
import ai.fomo.workflows.registry.RollbackInput;
import ai.fomo.workflows.registry.RollbackWorkflow;
import io.temporal.client.WorkflowFailedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fomo rollback}. */
@Command(
        name = "rollback",
        description = {
            "Makes the champion before this one the champion again, at once and without training.",
            "It is recorded like any promotion, with name and reason; nothing is deleted."
        },
        footer = {"", "Example:", "  fomo rollback --by maria --reason \"calls everything Pop since Friday\""})
public final class RollbackCommand extends PlatformCommand {
    @Mixin
    private Signature signature = new Signature();

    /** @param number of the rollback in the history of promotions */
    private record RollbackDocument(int number, ModelVersion champion, String by, String reason) {}

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected void check() {
        signature.check(spec());
    }

    @Override
    protected ExitCode run(Platform platform) {
        int number = new PromotionStore(platform.database().jdbi()).nextRollbackNumber();
        PromotionOutcome outcome = rollback(platform, number);
        if (outcome instanceof PromotionOutcome.Promoted promoted) {
            console().print("model " + promoted.champion().version() + " is the champion again");
            console()
                    .document(new RollbackDocument(
                            promoted.number(), promoted.champion(), signature.by(), signature.reason()));
            return ExitCode.DONE;
        }
        throw CommandFailure.failed("the champion changed meanwhile, and stays" + stays(outcome));
    }

    private PromotionOutcome rollback(Platform platform, int number) {
        RollbackInput input = new RollbackInput(signature.by(), signature.reason());
        try {
            return platform.client()
                    .newWorkflowStub(RollbackWorkflow.class, RollbackWorkflow.options(number, input))
                    .rollback(input);
        } catch (WorkflowFailedException e) {
            throw CommandFailure.failed("no rollback: " + WorkflowFailures.sentence(e));
        }
    }

    private static String stays(PromotionOutcome outcome) {
        @Nullable
        ModelVersion champion = outcome instanceof PromotionOutcome.Superseded other ? other.champion() : null;
        return champion == null ? "" : ": model " + champion.version();
    }
}
