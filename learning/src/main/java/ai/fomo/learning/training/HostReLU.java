package ai.fomo.learning.training;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's ReLU, whose way back takes a tenth of the time. */
final class HostReLU extends ActivationReLU {
    private static final long serialVersionUID = 1;

    /**
     * @param outputs of the layer, or what ReLU makes them of: the same are positive
     * @param gradient of the layer's outputs; overwritten, where it can be
     */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray outputs, INDArray gradient) {
        INDArray delta = HostArray.isDense(gradient) ? gradient : gradient.dup('c');
        HostUnits.back(HostArray.of(outputs), HostArray.of(delta));
        return new Pair<>(delta, null);
    }
}
