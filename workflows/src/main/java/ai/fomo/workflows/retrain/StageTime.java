package ai.fomo.workflows.retrain;

import org.jspecify.annotations.Nullable;

/**
 * What a stage of a run took.
 *
 * @param images for the stages that are counted in images; null for the others
 * @param computed how many of the images were not in the cache; null where {@code images} is
 */
public record StageTime(
        double seconds, @Nullable Integer images, @Nullable Integer computed) {
    public static StageTime of(double seconds) {
        return new StageTime(seconds, null, null);
    }
}
