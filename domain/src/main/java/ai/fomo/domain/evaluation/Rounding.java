package ai.fomo.domain.evaluation;

/** Comparisons of figures, whose last digits depend on the order in which numbers were added. */
final class Rounding {
    private static final double MOST = 1e-12;

    private Rounding() {}

    /** Whether {@code value} is at least {@code limit}, or equal to it but for rounding. */
    static boolean reaches(double value, double limit) {
        return value >= limit - MOST;
    }

    /** Whether {@code value} is above {@code limit}, and not for rounding only. */
    static boolean exceeds(double value, double limit) {
        return value > limit + MOST;
    }
}
