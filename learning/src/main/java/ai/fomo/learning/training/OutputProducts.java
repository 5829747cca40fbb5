package ai.fomo.learning.training;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What an {@link OutputUnits} computes: as {@link DenseProducts}, each product once a step, for the loss and for the way back. */
final class OutputProducts extends OutputLayer {
    private static final long serialVersionUID = 1;

    /** Of the step under way. */
    private transient @Nullable INDArray logits;

    /** Where logits lie, from step to step: DL4J's workspace for them is written over before the loss is computed. */
    private transient @Nullable INDArray place;

    OutputProducts(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public void setInput(@Nullable INDArray input, @Nullable LayerWorkspaceMgr workspaces) {
        logits = null;
        super.setInput(input, workspaces);
    }

    @Override
    protected Pair<INDArray, INDArray> preOutputWithPreNorm(
            boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
        INDArray kept = logits;
        if (training && kept != null) {
            return new Pair<>(kept, kept);
        }
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray sums = training
                ? place(weights.dataType(), input.size(0), weights.size(1))
                : workspaces.createUninitialized(
                        ArrayType.ACTIVATIONS, weights.dataType(), new long[] {input.size(0), weights.size(1)}, 'c');
        RowMajorProducts.forward(input, weights, sums);
        sums.addiRowVector(getParam(DefaultParamInitializer.BIAS_KEY));
        logits = training ? sums : null;
        return new Pair<>(sums, sums);
    }

    private INDArray place(DataType type, long rows, long columns) {
        INDArray found = place;
        if (found == null || found.size(0) != rows) {
            found = Nd4j.createUninitializedDetached(type, 'c', rows, columns);
            place = found;
        }
        return found;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray sums = preOutputWithPreNorm(true, true, workspaces).getFirst();
        INDArray delta = layerConf()
                .getLossFn()
                .computeGradient(labels, sums, layerConf().getActivationFn(), maskArray);
        return RowMajorProducts.backward(this, delta, gradientViews, workspaces);
    }
}
