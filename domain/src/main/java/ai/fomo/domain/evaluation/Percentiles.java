package ai.fomo.domain.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the draws of a figure say about its uncertainty. */
final class Percentiles {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private Percentiles() {}

    /** @return null where nothing was drawn */
    static @Nullable Interval interval(double[] draws) {
        if (draws.length == 0) {
            return null;
        }
        double[] ascending = draws.clone();
        Arrays.sort(ascending);
        return new Interval(quantile(ascending, LOW), quantile(ascending, HIGH));
    }

    /** @return null where nothing was drawn */
    static @Nullable Estimate estimate(double value, double[] draws) {
        Interval interval = interval(draws);
        return interval == null ? null : new Estimate(value, standardDeviation(draws), interval);
    }

    /** Between the two nearest draws in proportion, as R's type 7 and NumPy do. */
    private static double quantile(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /** 0 of a single draw. */
    private static double standardDeviation(double[] draws) {
        double mean = Arrays.stream(draws).sum() / draws.length;
        double squares =
                Arrays.stream(draws).map(draw -> (draw - mean) * (draw - mean)).sum();
        return Math.sqrt(squares / Math.max(1, draws.length - 1));
    }
}
