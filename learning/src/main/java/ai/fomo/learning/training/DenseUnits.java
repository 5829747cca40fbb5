package ai.fomo.learning.training;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense layer with ReLU like DL4J's, with the same parameters, whose outputs are dropped; see {@link DenseProducts}. */
final class DenseUnits extends FeedForwardLayer {
    private static final long serialVersionUID = 1;

    private final double dropout;

    private DenseUnits(Builder builder) {
        super(builder);
        this.dropout = builder.dropout;
        initializeConstraints(builder);
    }

    static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private final double dropout;

        /** @param dropout probability that an output is dropped in training */
        Builder(double dropout) {
            this.dropout = dropout;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as DL4J declares it
        public <L extends org.deeplearning4j.nn.conf.layers.Layer> L build() {
            return (L) new DenseUnits(this);
        }
    }

    double dropout() {
        return dropout;
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
                new DenseProducts(configuration, type),
                initializer(),
                configuration,
                listeners,
                index,
                parameters,
                initialise);
    }

    @Override
    public ParamInitializer initializer() {
        return DefaultParamInitializer.getInstance();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputs) {
        throw new UnsupportedOperationException("see MemoryEstimate");
    }
}
