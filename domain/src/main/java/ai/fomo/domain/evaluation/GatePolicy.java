package ai.fomo.domain.evaluation;

import ai.fomo.domain.Sha256;
import java.util.List;

/**
 * What a model has to show before it may be promoted. Never by served answers alone: naming every class has a
 * hit rate of 100 %, and of many constants one has a good F1 by luck.
 *
 * @param digest of the file that says so
 * @param version that the file gives itself
 */
public record GatePolicy(Sha256 digest, int version, List<GateRule> rules) {
    public GatePolicy {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a gate without rules decides nothing");
        }
        if (rules.stream().noneMatch(GateRule::refusesConstants)) {
            throw new IllegalArgumentException(
                    "no rule asks for a lift in mAP or macroAuc, and by the other measures an answer that never looks at"
                            + " the image can pass; add better-than-chance, or minimum-lift in mAP or macroAuc");
        }
    }

    /** Every rule is asked, so that a refusal names all that is wanting. */
    public GateDecision judge(Evaluation evaluation) {
        return new GateDecision(
                digest, rules.stream().map(rule -> rule.judge(evaluation)).toList());
    }
}
