package ai.fomo.learning.training;

import ai.fomo.domain.training.Loss;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss as a function of one logit and its target, averaged over the classes.
 *
 * <p>Gradients are those of the mean over items too: the optimiser takes them as they are.
 *
 * <p>DL4J's own take probabilities and clip them, so that at |logit| of 20 and more their gradient vanishes and training
 * sticks. These are exact at any size. The layer's activation must be the identity. Without masks, which a head has no use
 * for. In plain Java: there are only a few thousand numbers in a batch, fewer than an operation of ND4J costs to start.
 */
abstract class LogitsLoss implements ILossFunction {
    /**
     * @param positives per class, how many training items have it
     * @param items of training
     */
    static LogitsLoss of(Loss loss, double[] positives, int items) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY -> BinaryCrossEntropy.plain(positives.length);
            case CLASS_WEIGHTED -> BinaryCrossEntropy.balanced(positives, items);
            case ASYMMETRIC -> AsymmetricLoss.ofThePaper();
        };
    }

    /** @param target 0 or 1 */
    abstract double loss(double logit, double target, int genre);

    /** Its derivative by the logit. */
    abstract double slope(double logit, double target, int genre);

    /** log(1 + exp(x)), which neither overflows nor loses the small ones. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double sigmoid(double x) {
        // Of the two forms the one whose exponential cannot overflow.
        double tail = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    }

    /** Of all items together, each a mean over its classes. */
    final double sum(INDArray targets, INDArray logits) {
        double[] perItem = perItem(targets, logits);
        double sum = 0;
        for (double item : perItem) {
            sum += item;
        }
        return sum;
    }

    @Override
    public final double computeScore(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask, boolean average) {
        double sum = sum(labels, logits);
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public final INDArray computeScoreArray(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
        return array(perItem(labels, logits), logits.dataType(), logits.size(0), 1);
    }

    @Override
    public final INDArray computeGradient(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
        int classes = (int) logits.size(1);
        double[] targets = rowMajor(labels);
        double[] slopes = rowMajor(logits);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = slope(slopes[i], targets[i], i % classes) / slopes.length;
        }
        return array(slopes, logits.dataType(), logits.size(0), classes);
    }

    @Override
    public final Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, logits, activation, mask, average),
                computeGradient(labels, logits, activation, mask));
    }

    private double[] perItem(INDArray labels, INDArray logits) {
        int classes = (int) logits.size(1);
        double[] targets = rowMajor(labels);
        double[] values = rowMajor(logits);
        double[] perItem = new double[values.length / classes];
        for (int i = 0; i < values.length; i++) {
            perItem[i / classes] += loss(values[i], targets[i], i % classes) / classes;
        }
        return perItem;
    }

    private static double[] rowMajor(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static INDArray array(double[] values, DataType type, long rows, long columns) {
        if (type == DataType.DOUBLE) {
            return Nd4j.create(values, new long[] {rows, columns}, 'c');
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Nd4j.create(floats, new long[] {rows, columns}, 'c');
    }
}
