package ai.fomo.learning.training;

/**
 * What a head is trained on.
 *
 * @param trainFeatures one feature vector per item
 * @param trainTargets per item, 1 for each class that it has, else 0
 * @param validationFeatures of the items that decide when to stop
 */
public record TrainingData(
        float[][] trainFeatures, float[][] trainTargets, float[][] validationFeatures, float[][] validationTargets) {
    public TrainingData {
        requireItems("training", trainFeatures, trainTargets);
        requireItems("validation", validationFeatures, validationTargets);
        requireWidth("feature", trainFeatures[0].length, trainFeatures, validationFeatures);
        requireWidth("target", trainTargets[0].length, trainTargets, validationTargets);
    }

    public int features() {
        return trainFeatures[0].length;
    }

    public int classes() {
        return trainTargets[0].length;
    }

    private static void requireItems(String split, float[][] features, float[][] targets) {
        if (features.length == 0) {
            throw new IllegalArgumentException("there are no " + split + " items");
        }
        if (features.length != targets.length) {
            throw new IllegalArgumentException(
                    split + " has " + features.length + " feature vectors and " + targets.length + " targets");
        }
    }

    private static void requireWidth(String what, int width, float[][] training, float[][] validation) {
        if (width == 0) {
            throw new IllegalArgumentException("the " + what + " vectors are empty");
        }
        for (float[][] rows : new float[][][] {training, validation}) {
            for (float[] row : rows) {
                if (row.length != width) {
                    throw new IllegalArgumentException(
                            "a " + what + " vector has " + row.length + " numbers, others have " + width);
                }
            }
        }
    }
}
