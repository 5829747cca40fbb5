package ai.fomo.domain.evaluation;

/**
 * A figure with what the bootstrap says about its uncertainty.
 *
 * @param value on the items themselves, not the mean of the draws
 * @param standardError standard deviation of the draws
 */
public record Estimate(double value, double standardError, Interval interval) {
    public Estimate {
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("a standard error is not negative, was " + standardError);
        }
    }

    /** A difference between two figures in [0, 1] of which nothing more is known. */
    static Estimate ofNothingDrawn(double value) {
        return new Estimate(value, 1, new Interval(-1, 1));
    }
}
