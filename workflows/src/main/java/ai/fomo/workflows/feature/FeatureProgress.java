package ai.fomo.workflows.feature;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far an extraction is.
 *
 * @param total images without features when the extraction began
 * @param imagesPerSecond of all workers together, over the last shards; null until the first is done
 * @param secondsLeft at this speed; null until there is one
 */
public record FeatureProgress(
        int done,
        int total,
        @Nullable Double imagesPerSecond,
        @Nullable Long secondsLeft) {
    static FeatureProgress of(int done, int total, FeaturePace pace) {
        Double speed = pace.imagesPerSecond();
        return new FeatureProgress(done, total, speed, speed == null ? null : (long) Math.ceil((total - done) / speed));
    }

    /** For example {@code 83 images a second, 4 min 5 s left}; empty until there is a speed. */
    public String pace() {
        Double speed = imagesPerSecond;
        Long left = secondsLeft;
        if (speed == null || left == null) {
            return "";
        }
        // A slow network's speed says nothing without its decimals.
        String rounded = String.format(Locale.ROOT, speed < 10 ? "%.1f" : "%,.0f", speed);
        return rounded + " images a second, " + inWords(left) + " left";
    }

    private static String inWords(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
