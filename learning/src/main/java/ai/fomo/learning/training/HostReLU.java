package ai.fomo.learning.training;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's ReLU, with a way back in one pass. */
final class HostReLU extends ActivationReLU {
    private static final long serialVersionUID = 1;

    /**
     * @param outputs of the layer, or what ReLU makes them of: the same are positive
     * @param gradient of the layer's outputs; overwritten, where it can be
     */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray outputs, INDArray gradient) {
        if (!HostArray.isDense(outputs)) {
            // As DL4J's convolutions without oneDNN leave them.
            return super.backprop(outputs, gradient);
        }
        INDArray delta = HostArray.isDense(gradient) ? gradient : gradient.dup('c');
        HostUnits.back(HostArray.of(outputs), HostArray.of(delta));
        return new Pair<>(delta, null);
    }
}
