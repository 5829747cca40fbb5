package ai.fomo.domain.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of how well scores put the positives before the rest. Equal scores are one step: no order is made up for them. */
final class Ranking {
    private Ranking() {}

    /**
     * Average precision: precision at each distinct score, weighted by the recall gained there, without interpolation.
     * Needs a positive.
     */
    static double averagePrecision(double[] scores, boolean[] positive) {
        Integer[] order = descending(scores);
        int positives = count(positive);
        double sum = 0;
        int seen = 0;
        int found = 0;
        while (seen < order.length) {
            double score = scores[order[seen]];
            int before = found;
            for (; seen < order.length && scores[order[seen]] == score; seen++) {
                found += positive[order[seen]] ? 1 : 0;
            }
            sum += (found - before) * ((double) found / seen);
        }
        return sum / positives;
    }

    /** Probability that a positive scores above a negative, half counted where they are equal. Needs one of each. */
    static double auc(double[] scores, boolean[] positive) {
        Integer[] order = descending(scores);
        long positives = count(positive);
        long negatives = scores.length - positives;
        double won = 0;
        long positivesAbove = 0;
        int i = 0;
        while (i < order.length) {
            double score = scores[order[i]];
            long positivesHere = 0;
            long negativesHere = 0;
            for (; i < order.length && scores[order[i]] == score; i++) {
                if (positive[order[i]]) {
                    positivesHere++;
                } else {
                    negativesHere++;
                }
            }
            won += negativesHere * (positivesAbove + positivesHere / 2.0);
            positivesAbove += positivesHere;
        }
        return won / ((double) positives * negatives);
    }

    static int count(boolean[] positive) {
        return (int)
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    }

    private static Integer[] descending(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        return order;
    }
}
