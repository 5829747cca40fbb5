package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelName;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.WorkflowFailures;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.registry.PromotionInput;
import ai.fomo.workflows.registry.PromotionWorkflow;
import io.temporal.client.WorkflowFailedException;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fomo promote}. */
@Command(
        name = "promote",
        description = {
            "Makes a registered model the champion that the gate has let pass against the champion there is.",
            "A model that was judged against another champion, or that the gate refused, has to be judged again first:"
                    + " fomo evaluate --model VERSION --again. Name and reason are recorded."
        },
        footer = {
            "",
            "Example:",
            "  fomo promote 3 --by maria --reason \"better on Reggaeton, checked 20 posters\"",
            "",
            "Exit code 3: the gate has not let it pass, or the champion has changed since."
        })
public final class PromoteCommand extends PlatformCommand {
    @Parameters(
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + ".",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    @Mixin
    private Signature signature = new Signature();

    /** @param number of the promotion in the history */
    private record PromotionDocument(int number, ModelVersion champion, String workflow, String by, String reason) {}

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
        Jdbi jdbi = platform.database().jdbi();
        ModelRow model = new ModelStore(jdbi).require(name);
        int version = model.version().version();
        if (model.champion()) {
            throw refused(isChampion(version));
        }
        int number = new PromotionStore(jdbi).nextPromotionNumber();
        PromotionOutcome outcome =
                promote(platform, number, new PromotionInput(version, signature.by(), signature.reason()));
        if (outcome instanceof PromotionOutcome.Superseded superseded) {
            throw refused(supersededBy(superseded, version));
        }
        PromotionOutcome.Promoted promoted = (PromotionOutcome.Promoted) outcome;
        console().print("model " + version + " is the champion, by promotion " + promoted.number());
        console()
                .document(new PromotionDocument(
                        promoted.number(),
                        promoted.champion(),
                        PromotionWorkflow.workflowId(number),
                        signature.by(),
                        signature.reason()));
        return ExitCode.DONE;
    }

    private static PromotionOutcome promote(Platform platform, int number, PromotionInput input) {
        try {
            return platform.client()
                    .newWorkflowStub(PromotionWorkflow.class, PromotionWorkflow.options(number, input))
                    .promote(input);
        } catch (WorkflowFailedException e) {
            String sentence = WorkflowFailures.sentence(e);
            throw WorkflowFailures.isOf(FailureTypes.PROMOTION_REFUSED, e)
                    ? refused(sentence)
                    : CommandFailure.failed("no promotion: " + sentence);
        }
    }

    private static String isChampion(int version) {
        return "model " + version + " is the champion already; fomo models lists the others";
    }

    private static CommandFailure refused(String sentence) {
        return new CommandFailure(ExitCode.REFUSED, sentence);
    }

    private static String supersededBy(PromotionOutcome.Superseded outcome, int version) {
        ModelVersion champion = outcome.champion();
        if (champion != null && champion.version() == version) {
            return isChampion(version);
        }
        return "model " + version + " is superseded: the gate let it pass, but not against "
                + (champion == null ? "no champion at all" : "model " + champion.version() + ", the champion now")
                + "; judge it against the current champion with: fomo evaluate --model " + version + " --again";
    }
}
