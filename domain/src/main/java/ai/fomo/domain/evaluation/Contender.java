package ai.fomo.domain.evaluation;

import java.util.List;

/** What a model says of some items, and what it serves. */
public record Contender(ScoredItems items, DecisionRule rule) {
    public Contender {
        List<String> classes = items.classes();
        if (classes.size() != rule.thresholds().size()) {
            throw new IllegalArgumentException(
                    classes.size() + " classes with " + rule.thresholds().size() + " thresholds");
        }
    }
}
