package ai.fomo.learning.training;

import ai.fomo.domain.evaluation.MeanAveragePrecision;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network says of the validation items, without dropout. */
record Validation(Batches items, TrainableNetwork network) {
    private static final int LARGEST_BATCH = 1024;
    /** Features at once, so that wide ones do not take more memory than narrow ones. */
    private static final int NUMBERS = 1 << 22;

    /** @param meanAveragePrecision null where no item has a class */
    record Outcome(double loss, @Nullable Double meanAveragePrecision) {}

    Outcome run() {
        int[] order = items.inOrder();
        int[] views = items.asTheyAre();
        int batch = Math.max(
                1, Math.min(LARGEST_BATCH, NUMBERS / items.standardisation().width()));
        double[][] scores = new double[order.length][];
        double sum = 0;
        for (int from = 0; from < order.length; from += batch) {
            int to = Math.min(from + batch, order.length);
            INDArray logits = network.logits(items.features(order, views, from, to));
            sum += network.loss().sum(items.targets(order, from, to), logits);
            System.arraycopy(logits.toDoubleMatrix(), 0, scores, from, to - from);
        }
        OptionalDouble precision = MeanAveragePrecision.of(scores, items.targets());
        return new Outcome(sum / order.length, precision.isPresent() ? precision.getAsDouble() : null);
    }
}
