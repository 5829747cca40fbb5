package ai.fomo.learning.training;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a {@link DenseUnits} computes. DL4J's own layer computes its outputs a second time on the way back, and a gradient of
 * the features that nobody asks for: of four products of a first layer two.
 */
final class DenseProducts extends BaseLayer<DenseUnits> {
    private static final long serialVersionUID = 1;

    /** Of the step under way; in DL4J's workspace of activations, which is open until the step is done. */
    private transient @Nullable INDArray outputs;

    DenseProducts(NeuralNetConfiguration configuration, org.nd4j.linalg.api.buffer.DataType type) {
        super(configuration, type);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    protected Pair<INDArray, INDArray> preOutputWithPreNorm(
            boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
        INDArray kept = outputs;
        if (forBackprop && kept != null) {
            // Through the activation already, which writes over it: what the slope of ReLU depends on is left of it.
            return new Pair<>(kept, kept);
        }
        applyDropOutIfNecessary(training, workspaces);
        INDArray weights = getParamWithNoise(DefaultParamInitializer.WEIGHT_KEY, training, workspaces);
        INDArray sums = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, weights.dataType(), new long[] {input.size(0), weights.size(1)}, 'c');
        RowMajorProducts.forward(
                input, weights, getParamWithNoise(DefaultParamInitializer.BIAS_KEY, training, workspaces), sums);
        outputs = training ? sums : null;
        return new Pair<>(sums, sums);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray z = preOutputWithPreNorm(true, true, workspaces).getFirst();
        outputs = null;
        INDArray delta = layerConf().getActivationFn().backprop(z, epsilon).getFirst();
        Gradient gradient = RowMajorProducts.gradient(delta, input, gradientViews);
        if (index == 0) {
            return new Pair<>(gradient, null);
        }
        INDArray weights = getParamWithNoise(DefaultParamInitializer.WEIGHT_KEY, true, workspaces);
        INDArray next = RowMajorProducts.back(delta, weights, workspaces);
        return new Pair<>(gradient, backpropDropOutIfPresent(next));
    }
}
