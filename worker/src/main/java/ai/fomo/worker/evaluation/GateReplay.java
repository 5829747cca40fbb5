package ai.fomo.worker.evaluation;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.RuleVerdict;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A decision beside the one that the same inputs lead to now.
 *
 * @param differing rules that said or saw something else; their wording may change from version to version
 */
public record GateReplay(GateDecision recorded, GateDecision recomputed, List<String> differing) {
    public GateReplay {
        differing = List.copyOf(differing);
    }

    /** By the policy that decided then. */
    public static GateReplay of(GateDecision recorded, GatePolicy policy, Evaluation evaluation) {
        GateDecision recomputed = policy.judge(evaluation);
        return new GateReplay(recorded, recomputed, differing(recorded.verdicts(), recomputed.verdicts()));
    }

    /** Whether the record holds. */
    public boolean same() {
        return differing.isEmpty();
    }

    private static List<String> differing(List<RuleVerdict> before, List<RuleVerdict> now) {
        return IntStream.range(0, Math.max(before.size(), now.size()))
                .filter(i -> i >= before.size() || i >= now.size() || !same(before.get(i), now.get(i)))
                .mapToObj(i -> (i < before.size() ? before : now).get(i).rule())
                .distinct()
                .toList();
    }

    private static boolean same(RuleVerdict before, RuleVerdict now) {
        return before.rule().equals(now.rule())
                && before.passed() == now.passed()
                && before.inputs().equals(now.inputs());
    }
}
