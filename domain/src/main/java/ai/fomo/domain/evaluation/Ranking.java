package ai.fomo.domain.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well one class's scores put the positives before the rest, under any weighting of the groups that items belong to. Items are
 * sorted once. Equal scores are one step: no order is made up for them.
 */
final class Ranking {
    private static final int POSITIVE = 1;
    private static final int LAST_OF_EQUAL = 2;

    /** By descending score, for each item: its group, twice shifted to the left, with the flags above. */
    private final int[] steps;

    /** @param groups of the items, which weights are given for */
    Ranking(double[] scores, boolean[] positive, int[] groups) {
        double[] ascending = distinct(scores);
        int[] places = new int[scores.length];
        int[] next = new int[ascending.length];
        for (int i = 0; i < scores.length; i++) {
            places[i] = ascending.length - 1 - Arrays.binarySearch(ascending, scores[i] + 0.0);
            next[places[i]]++;
        }
        int before = 0;
        for (int place = 0; place < next.length; place++) {
            before += next[place];
            next[place] = before - next[place];
        }
        steps = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            steps[next[places[i]]++] = groups[i] << 2 | (positive[i] ? POSITIVE : 0);
        }
        // By now each place's next is where the following place begins.
        for (int end : next) {
            steps[end - 1] |= LAST_OF_EQUAL;
        }
    }

    /** In ascending order; -0 is 0. */
    private static double[] distinct(double[] scores) {
        double[] ascending = Arrays.stream(scores).map(score -> score + 0.0).toArray();
        Arrays.sort(ascending);
        int distinct = 1;
        for (int i = 1; i < ascending.length; i++) {
            if (ascending[i] > ascending[i - 1]) {
                ascending[distinct++] = ascending[i];
            }
        }
        return Arrays.copyOf(ascending, distinct);
    }

    /**
     * @param averagePrecision precision at each distinct score, weighted by the recall gained there, without interpolation; NaN
     *     without a positive
     * @param auc probability that a positive scores above a negative, half counted where they are equal; NaN without one of each
     */
    record Quality(double averagePrecision, double auc) {}

    /** @param weights of the groups: how often each counts */
    Quality weighted(int[] weights) {
        double precisions = 0;
        double twiceWon = 0;
        int seen = 0;
        int found = 0;
        int seenBefore = 0;
        int foundBefore = 0;
        for (int step : steps) {
            int weight = weights[step >>> 2];
            seen += weight;
            found += weight & -(step & POSITIVE);
            if ((step & LAST_OF_EQUAL) != 0) {
                int positives = found - foundBefore;
                int negatives = seen - seenBefore - positives;
                if (positives > 0) {
                    precisions += positives * ((double) found / seen);
                }
                twiceWon += negatives * ((double) found + foundBefore);
                seenBefore = seen;
                foundBefore = found;
            }
        }
        double pairs = (double) found * (seen - found);
        return new Quality(
                found == 0 ? Double.NaN : precisions / found, pairs == 0 ? Double.NaN : twiceWon / 2 / pairs);
    }

    static int count(boolean[] positive) {
        return (int)
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    }
}
