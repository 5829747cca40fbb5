package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.List;

/**
 * From a head's logits to probabilities that can be believed: {@code sigmoid(slope * logit + intercept)} per class (Platt
 * 1999). Slopes are positive, so that no ranking changes.
 *
 * @param slopes one per class
 * @param intercepts one per class
 */
public record Calibration(List<Double> slopes, List<Double> intercepts) {
    public Calibration {
        slopes = List.copyOf(slopes);
        intercepts = List.copyOf(intercepts);
        if (slopes.size() != intercepts.size()) {
            throw new IllegalArgumentException(slopes.size() + " slopes with " + intercepts.size() + " intercepts");
        }
        for (double slope : slopes) {
            if (!(slope > 0 && slope < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a slope of calibration is positive, was " + slope);
            }
        }
        for (double intercept : intercepts) {
            if (!Double.isFinite(intercept)) {
                throw new IllegalArgumentException("an intercept of calibration is a number, was " + intercept);
            }
        }
    }

    /** Leaves the head's probabilities as they are. */
    public static Calibration identity(int classes) {
        return new Calibration(Collections.nCopies(classes, 1.0), Collections.nCopies(classes, 0.0));
    }

    /**
     * @param logits per item, one per class
     * @throws IllegalArgumentException where an item has more or fewer of them than there are classes
     */
    public double[][] probabilities(double[][] logits) {
        double[][] probabilities = new double[logits.length][slopes.size()];
        for (int i = 0; i < logits.length; i++) {
            if (logits[i].length != slopes.size()) {
                throw new IllegalArgumentException(
                        logits[i].length + " logits with a calibration of " + slopes.size() + " classes");
            }
            for (int genre = 0; genre < logits[i].length; genre++) {
                probabilities[i][genre] = probability(genre, logits[i][genre]);
            }
        }
        return probabilities;
    }

    public double probability(int genre, double logit) {
        return 1 / (1 + Math.exp(-(slopes.get(genre) * logit + intercepts.get(genre))));
    }
}
