package ai.fomo.worker.view;

import ai.fomo.domain.evaluation.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as tables and pages write them, the same everywhere. */
public final class Numbers {
    private Numbers() {}

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share of 0 to 1 in percent with one decimal: {@code 12.3 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A fraction that somebody chose, with all its decimals and no more: {@code 10 %}, {@code 2.5 %}. */
    public static String percentOf(double fraction) {
        return BigDecimal.valueOf(fraction)
                        .multiply(BigDecimal.valueOf(100))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** A change of a share in percentage points, with its sign: {@code +1.2}, {@code -0.4}. */
    public static String points(double change) {
        BigDecimal points = BigDecimal.valueOf(100 * change).setScale(1, RoundingMode.HALF_UP);
        return (points.signum() > 0 ? "+" : "") + points.toPlainString();
    }

    /** {@code 1.42}. */
    public static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** {@code 0.034}. */
    public static String three(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /** {@code +0.034}, {@code -0.120}. */
    public static String gain(double gain) {
        return String.format(Locale.ROOT, "%+.3f", gain);
    }

    /** {@code 0.310 to 0.354}. */
    public static String interval(Interval interval) {
        return three(interval.low()) + " to " + three(interval.high());
    }

    /** A number that somebody chose, with all its decimals and no more: {@code 0.0003}. */
    public static String exact(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /** What a rule looked at, whatever it was: counts without decimals, the rest with three digits that say something. */
    public static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return count((long) number);
        }
        if (!Double.isFinite(number) || Math.abs(number) >= 1e-3) {
            return three(number);
        }
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
