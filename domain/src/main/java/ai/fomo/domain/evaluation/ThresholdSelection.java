package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses a decision threshold per class on validation items.
 *
 * <p>A class's own best threshold is the one with the highest F1. For a class with few positives that is mostly luck, so it
 * is drawn towards the threshold with the highest F1 over all classes together:
 * {@code threshold = (positives * own + 5 * pooled) / (positives + 5)}, on the scale of log odds. A class without
 * positives gets the pooled one.
 */
public final class ThresholdSelection {
    /** As many positives as the pooled threshold weighs. */
    private static final double PRIOR_POSITIVES = 5;

    /** Keeps log odds finite. */
    private static final double EDGE = 1e-6;

    private ThresholdSelection() {}

    public static DecisionRule choose(ScoredItems validation) {
        int classes = validation.classes().size();
        List<double[]> scores =
                IntStream.range(0, classes).mapToObj(validation::scores).toList();
        List<boolean[]> truths =
                IntStream.range(0, classes).mapToObj(validation::truths).toList();
        double pooled = logOdds(best(concatenated(scores), concatenatedTruths(truths)));
        List<Double> thresholds = new ArrayList<>();
        for (int genre = 0; genre < classes; genre++) {
            int positives = Ranking.count(truths.get(genre));
            double own = positives == 0 ? pooled : logOdds(best(scores.get(genre), truths.get(genre)));
            thresholds.add(probability((positives * own + PRIOR_POSITIVES * pooled) / (positives + PRIOR_POSITIVES)));
        }
        return new DecisionRule(thresholds);
    }

    /** Half-way between the two neighbouring scores where F1 is highest; of equally good places the highest. */
    static double best(double[] scores, boolean[] positive) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        int positives = Ranking.count(positive);
        double bestF1 = -1;
        double threshold = 1;
        int found = 0;
        for (int served = 1; served <= order.length; served++) {
            double score = scores[order[served - 1]];
            found += positive[order[served - 1]] ? 1 : 0;
            double next = served < order.length ? scores[order[served]] : 0;
            boolean between = served == order.length || next < score;
            double f1 = 2.0 * found / (served + positives);
            if (between && f1 > bestF1) {
                bestF1 = f1;
                threshold = (score + next) / 2;
            }
        }
        return threshold;
    }

    private static double[] concatenated(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static boolean[] concatenatedTruths(List<boolean[]> parts) {
        boolean[] all = new boolean[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (boolean[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static double logOdds(double probability) {
        double inside = Math.min(Math.max(probability, EDGE), 1 - EDGE);
        return Math.log(inside / (1 - inside));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
