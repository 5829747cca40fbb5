package ai.fomo.domain.evaluation;

import org.jspecify.annotations.Nullable;

/** What the numbers in a gate's rules may be. */
final class Limits {
    private Limits() {}

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
        }
    }

    static void count(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }

    static void relative(@Nullable Double value) {
        if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("relative must be at least 0, was " + value);
        }
    }

    /** Below one half a rule would ask for less than the estimate itself. */
    static void confidence(@Nullable Double value) {
        if (value != null && !(value >= 0.5 && value < 1)) {
            throw new IllegalArgumentException("confidence must be from 0.5 to below 1, was " + value);
        }
    }
}
