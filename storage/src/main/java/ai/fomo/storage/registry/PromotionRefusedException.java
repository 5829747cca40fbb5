package ai.fomo.storage.registry;

import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import java.util.stream.Collectors;

/** A model is not promoted: the gate has not let it pass, or it is the champion. */
public final class PromotionRefusedException extends RuntimeException {
    private PromotionRefusedException(String message) {
        super(message);
    }

    static PromotionRefusedException notDecided(int model) {
        return notPassed(model, "it was never judged");
    }

    static PromotionRefusedException refused(int model, GateDecision decision) {
        return notPassed(
                model,
                decision.verdicts().stream()
                        .filter(verdict -> !verdict.passed())
                        .map(RuleVerdict::explanation)
                        .collect(Collectors.joining("; ")));
    }

    static PromotionRefusedException isChampion(int model) {
        return new PromotionRefusedException(
                "model " + model + " is the champion already; fomo models lists the others");
    }

    private static PromotionRefusedException notPassed(int model, String why) {
        return new PromotionRefusedException("model " + model + " has not passed the gate: " + why
                + "; judge it against the current champion with: fomo evaluate --model " + model + " --again");
    }
}
