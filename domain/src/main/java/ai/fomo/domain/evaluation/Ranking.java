package ai.fomo.domain.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well one class's scores put the positives before the rest, under any weighting of the groups that items belong to. Items are
 * sorted once. Equal scores are one step: no order is made up for them.
 */
final class Ranking {
    private static final int POSITIVE = 1;
    private static final int FIRST = 2;
    private static final int LAST = 4;
    private static final int FLAGS = 3;

    /**
     * By descending score, for each item: its group, shifted to the left to make room for the flags above. The last two are for
     * equal scores with a positive among them; where all are negative nothing happens that later ones do not notice.
     */
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
            steps[next[places[i]]++] = groups[i] << FLAGS | (positive[i] ? POSITIVE : 0);
        }
        // By now each place's next is where the following place begins.
        int first = 0;
        for (int end : next) {
            int flags = 0;
            for (int i = first; i < end; i++) {
                flags |= steps[i];
            }
            if ((flags & POSITIVE) != 0) {
                steps[first] |= FIRST;
                steps[end - 1] |= LAST;
            }
            first = end;
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

    /** One for each of the weightings. */
    List<Quality> weighted(Weightings weightings) {
        int number = weightings.number();
        int[] weights = weightings.byGroup();
        Counts counts = new Counts(number);
        for (int step : steps) {
            int from = (step >>> FLAGS) * number;
            if ((step & FIRST) != 0) {
                counts.begin();
            }
            add(counts.seen, weights, from);
            if ((step & POSITIVE) != 0) {
                add(counts.found, weights, from);
            }
            if ((step & LAST) != 0) {
                counts.end();
            }
        }
        return IntStream.range(0, number).mapToObj(counts::quality).toList();
    }

    private static void add(int[] counts, int[] weights, int from) {
        for (int w = 0; w < counts.length; w++) {
            counts[w] += weights[from + w];
        }
    }

    /** On the way down, for each weighting. */
    private static final class Counts {
        private final int[] seen;
        private final int[] found;
        private final int[] seenBefore;
        private final int[] foundBefore;
        private final double[] precisions;
        private final double[] twiceLost;

        Counts(int number) {
            seen = new int[number];
            found = new int[number];
            seenBefore = new int[number];
            foundBefore = new int[number];
            precisions = new double[number];
            twiceLost = new double[number];
        }

        void begin() {
            System.arraycopy(seen, 0, seenBefore, 0, seen.length);
            System.arraycopy(found, 0, foundBefore, 0, found.length);
        }

        void end() {
            for (int w = 0; w < seen.length; w++) {
                int positives = found[w] - foundBefore[w];
                precisions[w] += positives * ((double) found[w] / Math.max(1, seen[w]));
                // A positive loses to the negatives above it, and half to those beside it.
                int above = seenBefore[w] - foundBefore[w];
                twiceLost[w] += positives * ((double) above + (seen[w] - found[w]));
            }
        }

        Quality quality(int w) {
            double pairs = (double) found[w] * (seen[w] - found[w]);
            return new Quality(
                    found[w] == 0 ? Double.NaN : precisions[w] / found[w],
                    pairs == 0 ? Double.NaN : 1 - twiceLost[w] / 2 / pairs);
        }
    }

    static int count(boolean[] positive) {
        return (int)
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    }
}
