package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a class's scores put precision and recall, at every score that gains recall, thinned to what a plot can show. */
final class PrecisionRecallCurve {
    static final int MOST_POINTS = 100;

    private PrecisionRecallCurve() {}

    /** Both ends are among them; none where no item has the class. */
    static List<CurvePoint> of(ScoredItems items, int genre) {
        return thinned(points(items.scores(genre), items.truths(genre)));
    }

    static List<CurvePoint> points(double[] scores, boolean[] positive) {
        // At each score, highest first: how many items have it, and how many of them are positive.
        SortedMap<Double, int[]> steps =
                new TreeMap<>(comparing((Double score) -> score).reversed());
        for (int i = 0; i < scores.length; i++) {
            int[] step = steps.computeIfAbsent(scores[i] + 0.0, score -> new int[2]);
            step[0]++;
            step[1] += positive[i] ? 1 : 0;
        }
        int positives = Ranking.count(positive);
        List<CurvePoint> points = new ArrayList<>();
        int seen = 0;
        int found = 0;
        for (int[] step : steps.values()) {
            seen += step[0];
            found += step[1];
            if (step[1] > 0) {
                points.add(new CurvePoint((double) found / positives, (double) found / seen));
            }
        }
        return points;
    }

    /** Some points of a curve, and of those between them the one that lies farthest from the straight line. */
    private record Stretch(int from, int to, int farthest, double distance) {
        static Stretch of(List<CurvePoint> points, int from, int to) {
            CurvePoint left = points.get(from);
            CurvePoint right = points.get(to);
            int farthest = from;
            double distance = 0;
            for (int i = from + 1; i < to; i++) {
                CurvePoint point = points.get(i);
                double share = (point.recall() - left.recall()) / (right.recall() - left.recall());
                double line = left.precision() + share * (right.precision() - left.precision());
                double off = Math.abs(point.precision() - line);
                if (off > distance) {
                    distance = off;
                    farthest = i;
                }
            }
            return new Stretch(from, to, farthest, distance);
        }
    }

    /** The point that lies farthest off comes back first, until there are enough (Douglas and Peucker 1973). */
    static List<CurvePoint> thinned(List<CurvePoint> points) {
        if (points.size() <= 2) {
            return points;
        }
        boolean[] kept = new boolean[points.size()];
        kept[0] = true;
        kept[points.size() - 1] = true;
        PriorityQueue<Stretch> stretches =
                new PriorityQueue<>(comparing(Stretch::distance).reversed().thenComparing(Stretch::from));
        stretches.add(Stretch.of(points, 0, points.size() - 1));
        for (int number = 2; number < MOST_POINTS && stretches.element().distance() > 0; number++) {
            Stretch worst = stretches.remove();
            kept[worst.farthest()] = true;
            stretches.add(Stretch.of(points, worst.from(), worst.farthest()));
            stretches.add(Stretch.of(points, worst.farthest(), worst.to()));
        }
        List<CurvePoint> thinned = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                thinned.add(points.get(i));
            }
        }
        return thinned;
    }
}
