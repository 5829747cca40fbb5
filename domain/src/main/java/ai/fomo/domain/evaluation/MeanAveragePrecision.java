package ai.fomo.domain.evaluation;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The mean over the classes of each one's average precision, for who watches a training; evaluations have it with an interval. */
public final class MeanAveragePrecision {
    private MeanAveragePrecision() {}

    /**
     * @param scores per item, one per class; of any scale
     * @param targets the same, 1 where the item has the class, else 0
     * @return over the classes that an item has; empty where there is none
     */
    public static OptionalDouble of(double[][] scores, float[][] targets) {
        int classes = targets[0].length;
        return IntStream.range(0, classes)
                .mapToDouble(genre -> averagePrecision(scores, targets, genre))
                .filter(precision -> !Double.isNaN(precision))
                .average();
    }

    private static double averagePrecision(double[][] scores, float[][] targets, int genre) {
        double[] ofGenre = new double[scores.length];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            ofGenre[i] = scores[i][genre];
            positive[i] = targets[i][genre] > 0;
        }
        return new Ranking(ofGenre, positive, new int[scores.length])
                .weighted(Weightings.once(1))
                .get(0)
                .averagePrecision();
    }
}
