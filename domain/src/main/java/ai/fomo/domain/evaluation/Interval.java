package ai.fomo.domain.evaluation;

/** Where a figure lies with 95 % confidence: the 2.5th and the 97.5th percentile of its bootstrap draws. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval ascends, was " + low + " to " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
