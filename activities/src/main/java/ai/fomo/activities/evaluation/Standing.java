package ai.fomo.activities.evaluation;

import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.training.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a judged model so far.
 *
 * @param explanation by whom and why, in one sentence
 */
public record Standing(State state, String explanation) {
    /** Where it stands between a judgement and the end of its run. */
    public enum State {
        PROMOTED,
        /** By the gate. */
        REFUSED,
        /** By a person, or because nobody answered in time. */
        REJECTED,
        /** Another model became the champion meanwhile. */
        SUPERSEDED,
        /** The run ended before anything was decided. */
        ENDED,
        /** It passed the gate; a person is asked. */
        WAITING,
        /** Judged apart from a promotion: the gate was not asked. */
        JUDGED
    }

    /**
     * @param promotion the model's latest, by its own run or by hand; empty where there was none
     * @param judgedAgain whether the run's model was judged once more after this evaluation
     */
    static Standing of(
            @Nullable GateDecision decision, RunRow run, Optional<PromotionRow> promotion, boolean judgedAgain) {
        if (decision == null) {
            return new Standing(State.JUDGED, "the gate was not asked about this evaluation");
        }
        if (!decision.passed()) {
            return new Standing(State.REFUSED, refused(decision));
        }
        if (judgedAgain) {
            return new Standing(
                    State.SUPERSEDED, "the champion changed after this evaluation, and the model was judged again");
        }
        if (promotion.isPresent()) {
            PromotionRow row = promotion.get();
            return new Standing(
                    State.PROMOTED,
                    "by " + row.by() + ", as promotion " + row.number() + " in the history: " + row.reason());
        }
        String outcome = run.outcome();
        if (outcome == null) {
            return new Standing(
                    State.WAITING,
                    "it passed the gate; fomo approve " + run.run() + " or fomo reject " + run.run() + " decides");
        }
        String explanation = String.valueOf(run.explanation());
        return switch (outcome) {
            case "REJECTED" -> new Standing(State.REJECTED, explanation);
            case "SUPERSEDED" -> new Standing(State.SUPERSEDED, explanation);
            default -> new Standing(State.ENDED, explanation);
        };
    }

    private static String refused(GateDecision decision) {
        List<RuleVerdict> refusals = decision.verdicts().stream()
                .filter(verdict -> !verdict.passed())
                .toList();
        return refusals.size() + " of " + decision.verdicts().size() + " rules of the gate refused it: "
                + refusals.stream().map(RuleVerdict::rule).distinct().collect(Collectors.joining(", "));
    }
}
