package ai.fomo.learning.training;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The products of a dense layer. Their results are row-major, since ND4J gives those to oneDNN; to OpenBLAS, whose threads wait
 * spinning, the others.
 */
final class RowMajorProducts {
    private RowMajorProducts() {}

    /** @param sums takes inputs times weights; row-major */
    static void forward(INDArray inputs, INDArray weights, INDArray sums) {
        Nd4j.gemm(inputs, weights, sums, false, false, 1, 0);
    }

    /**
     * The way back through a layer.
     *
     * @param delta gradient of the layer's sums
     * @param views of the gradients of its parameters, which are written
     * @return with the gradient of its inputs; null in front of the first layer, where nobody asks for it
     */
    static Pair<Gradient, INDArray> backward(
            Layer layer, INDArray delta, Map<String, INDArray> views, LayerWorkspaceMgr workspaces) {
        Gradient gradient = gradient(delta, layer.input(), views);
        INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
        return new Pair<>(gradient, layer.getIndex() == 0 ? null : inputs(delta, weights, workspaces));
    }

    private static Gradient gradient(INDArray delta, INDArray inputs, Map<String, INDArray> views) {
        INDArray bias = Objects.requireNonNull(views.get(DefaultParamInitializer.BIAS_KEY));
        delta.sum(bias, 0);
        INDArray weight = Objects.requireNonNull(views.get(DefaultParamInitializer.WEIGHT_KEY));
        // Its columns lie one after the other, so that turned round it is row-major.
        Nd4j.gemm(delta.transpose(), inputs, weight.transpose(), false, false, 1, 0);
        Gradient gradient = new DefaultGradient();
        gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, bias);
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weight);
        return gradient;
    }

    private static INDArray inputs(INDArray delta, INDArray weights, LayerWorkspaceMgr workspaces) {
        INDArray next = workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD, delta.dataType(), new long[] {delta.size(0), weights.size(0)}, 'c');
        Nd4j.gemm(delta, weights.transpose(), next, false, false, 1, 0);
        return next;
    }
}
