package ai.fomo.worker.page;

import java.util.Locale;

/** Numbers as coordinates of drawings. */
final class Scale {
    private Scale() {}

    /** A share of 0 to 1 in percent of a drawing's width; what lies outside is drawn at the edge. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * Math.max(0, Math.min(1, share)));
    }

    /** To a tenth of a unit of the drawing. */
    static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
