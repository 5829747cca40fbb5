package ai.fomo.learning.training;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What DL4J asks of a layer's configuration, the same for every layer of ours. */
final class PreparedLayer {
    private PreparedLayer() {}

    /**
     * @param parameters where the layer's are to lie
     * @param initialise whether they are to be drawn
     * @return the layer, with all that it needs
     */
    static Layer of(
            Layer layer,
            ParamInitializer initializer,
            NeuralNetConfiguration configuration,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise) {
        if (listeners != null) {
            layer.setListeners(listeners);
        }
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer.init(configuration, parameters, initialise));
        layer.setConf(configuration);
        return layer;
    }
}
