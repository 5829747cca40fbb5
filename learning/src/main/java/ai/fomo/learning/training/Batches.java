package ai.fomo.learning.training;

import ai.fomo.learning.feature.FeatureRows;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Items of a split, gathered in any order into arrays of one batch, features standardised. */
record Batches(List<FeatureRows> views, float[][] targets, Standardisation standardisation) {
    int items() {
        return targets.length;
    }

    /**
     * @param order of the items in an epoch
     * @param view per item, by its number and not by its place in the order
     * @return items x features
     */
    INDArray features(int[] order, int[] view, int from, int to) {
        int width = standardisation.width();
        float[] gathered = new float[(to - from) * width];
        for (int i = from; i < to; i++) {
            views.get(view[order[i]]).rows().get(order[i]).read(gathered, (i - from) * width);
        }
        standardisation.apply(gathered);
        return Nd4j.create(gathered, new long[] {to - from, width}, 'c');
    }

    /** @return items x classes */
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

    /** The original view of each item. */
    int[] asTheyAre() {
        return new int[items()];
    }

    /** Per class, how many items have it. */
    double[] positives() {
        double[] positives = new double[targets[0].length];
        for (float[] row : targets) {
            for (int c = 0; c < positives.length; c++) {
                positives[c] += row[c];
            }
        }
        return positives;
    }

    /** Per class, the logit of its frequency, with one item of each kind added so that none is infinite. */
    float[] logitsOfFrequencies() {
        double[] positives = positives();
        float[] logits = new float[positives.length];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) StrictMath.log((positives[c] + 1) / (items() + 1 - positives[c]));
        }
        return logits;
    }
}
