package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a {@link Calibration} to what a head says of validation items.
 *
 * <p>Platt scaling (Platt, Probabilistic outputs for support vector machines, 1999) in two steps. First one slope and
 * intercept for all pairs of item and class together, then for each class its own, as the mode of their posterior where the
 * prior is Gaussian around the common ones. A class with many positives outweighs the prior, one with few stays near the
 * common parameters, and one without positives or without negatives gets exactly them.
 *
 * <p>The order of the items makes no difference, down to the last bit.
 */
public final class CalibrationFit {
    /** Standard deviations of a class's parameters around the common ones; chosen by an experiment, see the decisions. */
    static final double SLOPE_SPREAD = 0.1;

    static final double INTERCEPT_SPREAD = 0.25;

    private CalibrationFit() {}

    /**
     * @param logits per item, one per class
     * @param truths per item, whether it truly is of each class
     * @throws IllegalArgumentException where there are no items, rows differ in length, or a logit is not finite
     */
    public static Calibration fit(double[][] logits, boolean[][] truths) {
        return fit(logits, truths, SLOPE_SPREAD, INTERCEPT_SPREAD);
    }

    /** With an infinite spread every class stands for itself. */
    static Calibration fit(double[][] logits, boolean[][] truths, double slopeSpread, double interceptSpread) {
        check(logits, truths);
        int classes = logits[0].length;
        List<PlattScaling.Pairs> byClass = IntStream.range(0, classes)
                .mapToObj(genre -> PlattScaling.Pairs.of(logits, truths, genre))
                .toList();
        PlattScaling.Line common = PlattScaling.fit(
                PlattScaling.Pairs.together(byClass),
                new PlattScaling.Prior(PlattScaling.Line.IDENTITY, SLOPE_SPREAD, INTERCEPT_SPREAD));
        PlattScaling.Prior prior = new PlattScaling.Prior(common, slopeSpread, interceptSpread);
        List<Double> slopes = new ArrayList<>();
        List<Double> intercepts = new ArrayList<>();
        for (PlattScaling.Pairs pairs : byClass) {
            PlattScaling.Line line = pairs.oneSided() ? common : PlattScaling.fit(pairs, prior);
            slopes.add(line.slope());
            intercepts.add(line.intercept());
        }
        return new Calibration(slopes, intercepts);
    }

    private static void check(double[][] logits, boolean[][] truths) {
        if (logits.length == 0 || logits.length != truths.length) {
            throw new IllegalArgumentException(
                    "cannot calibrate on " + logits.length + " items with the truth of " + truths.length);
        }
        for (int i = 0; i < logits.length; i++) {
            if (logits[i].length != logits[0].length || truths[i].length != logits[0].length) {
                throw new IllegalArgumentException("item " + i + " has " + logits[i].length + " logits and "
                        + truths[i].length + " truths, and there are " + logits[0].length + " classes");
            }
            for (double logit : logits[i]) {
                if (!Double.isFinite(logit)) {
                    throw new IllegalArgumentException("a logit of item " + i + " is " + logit);
                }
            }
        }
    }
}
