package ai.fomo.learning.training;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Binary cross-entropy of logits, averaged over the classes: max(x, 0) - x y + log(1 + exp(-|x|)).
 *
 * <p>DL4J's own takes probabilities and clips them, so that at |logit| of 20 and more its gradient vanishes and training
 * sticks. This one's is sigmoid(x) - y at any size. The layer's activation must be the identity. Without masks, which a head
 * has no use for.
 */
public final class LogitsLoss implements ILossFunction {
    @Override
    public double computeScore(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask, boolean average) {
        double sum =
                computeScoreArray(labels, logits, activation, mask).sumNumber().doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
        return perItem(labels, logits);
    }

    /** @return items x 1 */
    static INDArray perItem(INDArray labels, INDArray logits) {
        INDArray targets = labels.castTo(logits.dataType());
        INDArray tail = Transforms.log(
                Transforms.exp(Transforms.abs(logits).negi(), false).addi(1), false);
        return Transforms.relu(logits, true)
                .subi(logits.mul(targets))
                .addi(tail)
                .mean(true, 1);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
        INDArray targets = labels.castTo(logits.dataType());
        return Transforms.sigmoid(logits, true).subi(targets).divi(logits.size(1));
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, logits, activation, mask, average),
                computeGradient(labels, logits, activation, mask));
    }

    @Override
    public String name() {
        return "binary cross-entropy of logits";
    }
}
