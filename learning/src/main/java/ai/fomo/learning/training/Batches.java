package ai.fomo.learning.training;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Items of a split, gathered in any order into arrays of one batch, features standardised. */
record Batches(float[][] features, float[][] targets, Standardisation standardisation) {
    int items() {
        return features.length;
    }

    INDArray features(int[] order, int from, int to) {
        int width = features[0].length;
        float[] gathered = new float[(to - from) * width];
        for (int i = from; i < to; i++) {
            standardisation.apply(features[order[i]], gathered, (i - from) * width);
        }
        return Nd4j.create(gathered, new long[] {to - from, width}, 'c');
    }

    INDArray targets(int[] order, int from, int to) {
        int width = targets[0].length;
        float[] gathered = new float[(to - from) * width];
        for (int i = from; i < to; i++) {
            System.arraycopy(targets[order[i]], 0, gathered, (i - from) * width, width);
        }
        return Nd4j.create(gathered, new long[] {to - from, width}, 'c');
    }

    int[] inOrder() {
        int[] order = new int[items()];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Per class, the logit of its frequency, with one item of each kind added so that none is infinite. */
    float[] logitsOfFrequencies() {
        float[] logits = new float[targets[0].length];
        for (int c = 0; c < logits.length; c++) {
            double positive = 1;
            for (float[] row : targets) {
                positive += row[c];
            }
            logits[c] = (float) Math.log(positive / (items() + 2 - positive));
        }
        return logits;
    }
}
