package ai.fomo.learning.training;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a {@link DenseUnits} computes. DL4J's own layer computes its outputs a second time on the way back, and a gradient of
 * the features that nobody asks for: of four products of a first layer two.
 */
final class DenseProducts extends BaseLayer<DenseUnits> {
    private static final long serialVersionUID = 1;

    /** Of the step under way; in DL4J's workspace of activations, which is open until the step is done. */
    private transient @Nullable INDArray outputs;

    private long seed;

    DenseProducts(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    /** @param seed of the step that comes, the same for all layers of the network */
    void seed(long seed) {
        this.seed = seed;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray sums = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, weights.dataType(), new long[] {input.size(0), weights.size(1)}, 'c');
        RowMajorProducts.forward(input, weights, sums);
        HostUnits.activate(
                HostArray.of(sums),
                HostArray.of(getParam(DefaultParamInitializer.BIAS_KEY)).toArray(),
                training ? layerConf().dropout() : 0,
                Seeds.mix(seed + index));
        outputs = training ? sums : null;
        return sums;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        HostUnits.back(
                HostArray.of(Objects.requireNonNull(outputs, "a step goes forward first")), HostArray.of(epsilon));
        outputs = null;
        if (layerConf().dropout() > 0) {
            epsilon.muli(1 / (1 - layerConf().dropout()));
        }
        return RowMajorProducts.backward(this, epsilon, gradientViews, workspaces);
    }
}
