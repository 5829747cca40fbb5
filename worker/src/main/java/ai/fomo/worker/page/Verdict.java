package ai.fomo.worker.page;

import ai.fomo.activities.evaluation.ReportContent;
import ai.fomo.activities.evaluation.Standing;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import java.util.Comparator;
import java.util.List;

/**
 * What came of the model, in the words that a page begins with.
 *
 * @param word {@code promoted}
 * @param tone {@code good}, {@code bad} or {@code open}, a class of the style sheet
 * @param rules those that refused first; empty where the gate was not asked
 */
public record Verdict(String word, String tone, String explanation, List<RuleVerdict> rules) {
    static Verdict of(ReportContent content) {
        Standing standing = content.standing();
        GateDecision decision = content.decision();
        return new Verdict(
                word(standing.state()),
                tone(standing.state()),
                standing.explanation(),
                decision == null
                        ? List.of()
                        : decision.verdicts().stream()
                                .sorted(Comparator.comparing(RuleVerdict::passed))
                                .toList());
    }

    private static String word(Standing.State state) {
        return switch (state) {
            case PROMOTED -> "promoted";
            case REFUSED -> "refused by the gate";
            case REJECTED -> "rejected";
            case SUPERSEDED -> "superseded";
            case ENDED -> "not promoted";
            case WAITING -> "waiting for a decision";
            case PASSED -> "passed the gate";
            case JUDGED -> "judged";
        };
    }

    private static String tone(Standing.State state) {
        return switch (state) {
            case PROMOTED -> "good";
            case REFUSED, REJECTED, SUPERSEDED, ENDED -> "bad";
            case WAITING, PASSED, JUDGED -> "open";
        };
    }
}
