package ai.fomo.learning.training;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An output layer like DL4J's, with the same parameters, that does not compute twice; see {@link OutputProducts}. */
final class OutputUnits extends OutputLayer {
    private static final long serialVersionUID = 1;

    private OutputUnits(Builder builder) {
        super(builder);
        initializeConstraints(builder);
    }

    static OutputUnits of(Builder builder) {
        return new OutputUnits(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        return PreparedLayer.of(
                new OutputProducts(configuration, type),
                initializer(),
                configuration,
                listeners,
                index,
                parameters,
                initialise);
    }
}
