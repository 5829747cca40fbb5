package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.domain.training.TrainingOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run says to people, in one sentence each. */
final class Sentences {
    private Sentences() {}

    static String promoted(PromotionOutcome.Promoted promoted, String by) {
        return "version " + promoted.champion().version() + " is the champion, by promotion " + promoted.number()
                + ", approved by " + by;
    }

    static String refused(ModelVersion model, GateDecision gate) {
        return "the gate refused version " + model.version() + ": "
                + gate.verdicts().stream()
                        .filter(verdict -> !verdict.passed())
                        .map(RuleVerdict::explanation)
                        .collect(Collectors.joining("; "));
    }

    static String rejected(ModelVersion model, Optional<ApprovalAnswer> answer) {
        return answer.map(no -> no.by() + " rejected version " + model.version() + ": " + no.reason())
                .orElse("nobody decided on version " + model.version() + " within the time limit");
    }

    static String superseded(ModelVersion model, int judgements) {
        return "version " + model.version() + " was judged " + judgements
                + " times, and each time another model became the champion before it could";
    }

    static String diverged(TrainingOutcome.Diverged diverged) {
        return "the loss diverged in epoch " + diverged.epoch() + " at learning rate " + diverged.learningRate()
                + "; train with a lower one";
    }

    static String waiting(RunId run, ModelVersion model, Instant deadline) {
        return "version " + model.version() + " has passed the gate and waits until " + deadline
                + " for a person: fomo approve " + run + " --by NAME --reason TEXT, or fomo reject " + run
                + " --by NAME --reason TEXT; silence is a no";
    }

    /** The same in Markdown, with lines to copy. */
    static String waitingDetails(RunId run, ModelVersion model, Instant deadline) {
        return "version " + model.version() + " has passed the gate and waits for a person.\n\n"
                + "    fomo approve " + run + " --by NAME --reason TEXT\n"
                + "    fomo reject " + run + " --by NAME --reason TEXT\n\n"
                + "Silence until " + deadline + " is a no.";
    }
}
