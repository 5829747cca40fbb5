package ai.fomo.domain.evaluation;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * From scores to served classes: every class at or above its threshold, and where there is none, the most probable one.
 *
 * @param thresholds one per class, in [0, 1]
 */
public record DecisionRule(List<Double> thresholds) {
    public DecisionRule {
        thresholds = List.copyOf(thresholds);
        for (double threshold : thresholds) {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("threshold must be in [0, 1], was " + threshold);
            }
        }
    }

    /**
     * What is served; never empty.
     *
     * @param fallback whether no class passed its threshold, and the most probable one stands in
     */
    public record Decision(SortedSet<Integer> classes, boolean fallback) {
        public Decision {
            classes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        }
    }

    /** @param probabilities one per class; of equal ones the earlier class wins */
    public Decision decide(double[] probabilities) {
        if (probabilities.length != thresholds.size()) {
            throw new IllegalArgumentException(
                    probabilities.length + " scores for " + thresholds.size() + " thresholds");
        }
        SortedSet<Integer> passed = new TreeSet<>();
        int best = 0;
        for (int c = 0; c < probabilities.length; c++) {
            if (probabilities[c] >= thresholds.get(c)) {
                passed.add(c);
            }
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        if (!passed.isEmpty()) {
            return new Decision(passed, false);
        }
        return new Decision(new TreeSet<>(List.of(best)), true);
    }
}
