package ai.fomo.learning.training;

import java.util.Arrays;
import java.util.Random;

/** Items whose classes can be told from their features. */
final class MadeUpData {
    private MadeUpData() {}

    /** Each class is a direction in the space of features; an item has up to three classes. Half of them validate. */
    static TrainingData clusters(long seed, int items) {
        Random random = new Random(seed);
        int classes = 3;
        int width = 10;
        float[][] features = new float[items][width];
        float[][] targets = new float[items][classes];
        for (int i = 0; i < items; i++) {
            for (int f = 0; f < width; f++) {
                features[i][f] = (float) (100 + random.nextGaussian());
            }
            for (int c = 0; c < classes; c++) {
                targets[i][c] = random.nextInt(3) == 0 ? 1 : 0;
                features[i][c] += 6 * targets[i][c];
            }
        }
        int half = items / 2;
        return TrainingData.of(
                Arrays.copyOfRange(features, 0, half),
                Arrays.copyOfRange(targets, 0, half),
                Arrays.copyOfRange(features, half, items),
                Arrays.copyOfRange(targets, half, items));
    }

    static float[][] random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    /** Targets that have nothing to do with anything; every third is 1. */
    static float[][] noise(int items, int classes) {
        Random random = new Random(99);
        float[][] targets = new float[items][classes];
        for (float[] row : targets) {
            for (int c = 0; c < classes; c++) {
                row[c] = random.nextInt(3) == 0 ? 1 : 0;
            }
        }
        return targets;
    }
}
