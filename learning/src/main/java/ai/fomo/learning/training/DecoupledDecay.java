package ai.fomo.learning.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Weight decay as in AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101): each step shrinks weights by coefficient times
 * learning rate. Like ND4J's own, but without a penalty in the score, which would be computed over all weights in each step
 * and has to be taken out of the loss again.
 */
record DecoupledDecay(double coefficient) implements Regularization {
    @Override
    public ApplyStep applyStep() {
        return ApplyStep.POST_UPDATER;
    }

    @Override
    public void apply(INDArray weights, INDArray update, double learningRate, int iteration, int epoch) {
        // The update is what the step takes away.
        Nd4j.exec(new Axpy(weights, update, update, coefficient * learningRate));
    }

    @Override
    public double score(INDArray weights, int iteration, int epoch) {
        return 0;
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // immutable: a clone is itself
    public Regularization clone() {
        return this;
    }
}
