package ai.fomo.learning.training;

import ai.fomo.learning.feature.FeatureRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Items of a split, gathered in any order into arrays of one batch, features standardised. */
final class Batches {
    private final Engine engine;
    private final List<FeatureRows> views;
    private final float[][] targets;
    private final Standardisation standardisation;
    /** Of the largest batch so far: a new one each time would be most of what the collector has to do. */
    private float[] gathered = {};

    Batches(Engine engine, List<FeatureRows> views, float[][] targets, Standardisation standardisation) {
        this.engine = engine;
        this.views = List.copyOf(views);
        this.targets = targets;
        this.standardisation = standardisation;
    }

    List<FeatureRows> views() {
        return views;
    }

    /** Per item, not copied. */
    float[][] targets() {
        return targets;
    }

    Standardisation standardisation() {
        return standardisation;
    }

    int items() {
        return targets.length;
    }

    /**
     * @param order of the items in an epoch
     * @param view per item, by its number and not by its place in the order
     * @return items x features; the next call, of any batches of the same engine, may overwrite it
     */
    INDArray features(int[] order, int[] view, int from, int to) {
        int width = standardisation.width();
        int numbers = Math.multiplyExact(to - from, width);
        if (gathered.length < numbers) {
            gathered = new float[numbers];
        }
        float[] batch = gathered;
        IntStream.range(from, to).parallel().forEach(i -> {
            int at = (i - from) * width;
            views.get(view[order[i]]).rows().get(order[i]).read(batch, at);
            standardisation.apply(batch, at);
        });
        return engine.features(batch, to - from, width);
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
