package ai.fomo.learning.training;

import ai.fomo.learning.feature.FeatureRows;
import java.util.List;

/**
 * What a network is trained on.
 *
 * @param views of the training items, each with a row per item in the same order; the original ones first
 * @param targets per training item, 1 for each class that it has, else 0
 * @param validation rows of the items that decide when to stop
 */
public record TrainingData(
        List<FeatureRows> views, float[][] targets, FeatureRows validation, float[][] validationTargets) {
    public TrainingData {
        views = List.copyOf(views);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("there are no training items");
        }
        for (FeatureRows view : views) {
            requireItems("training", view, targets);
            if (view.width() != validation.width()) {
                throw new IllegalArgumentException("training items have " + view.width()
                        + " features, validation items have " + validation.width());
            }
        }
        requireItems("validation", validation, validationTargets);
        requireWidth(targets[0].length, targets, validationTargets);
    }

    /** Without views besides the original. */
    public static TrainingData of(
            float[][] features, float[][] targets, float[][] validationFeatures, float[][] validationTargets) {
        return new TrainingData(
                List.of(FeatureRows.of(features)), targets, FeatureRows.of(validationFeatures), validationTargets);
    }

    public int items() {
        return targets.length;
    }

    public int features() {
        return validation.width();
    }

    public int classes() {
        return targets[0].length;
    }

    private static void requireItems(String split, FeatureRows features, float[][] targets) {
        if (features.count() == 0) {
            throw new IllegalArgumentException("there are no " + split + " items");
        }
        if (features.count() != targets.length) {
            throw new IllegalArgumentException(
                    split + " has " + features.count() + " feature vectors and " + targets.length + " targets");
        }
    }

    private static void requireWidth(int width, float[][]... splits) {
        if (width == 0) {
            throw new IllegalArgumentException("the target vectors are empty");
        }
        for (float[][] rows : splits) {
            for (float[] row : rows) {
                if (row.length != width) {
                    throw new IllegalArgumentException(
                            "a target vector has " + row.length + " numbers, others have " + width);
                }
            }
        }
    }
}
