package ai.fomo.learning.training;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's convolution with ReLU, but for computing its outputs a second time on the way back. */
final class KeptConvolution extends ConvolutionLayer {
    private static final long serialVersionUID = 1;

    private KeptConvolution(Builder builder) {
        super(builder);
        initializeConstraints(builder);
    }

    /** @param builder of a layer with ReLU */
    static KeptConvolution of(ConvolutionLayer.Builder builder) {
        return new KeptConvolution(builder);
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
                new Computation(configuration, type),
                initializer(),
                configuration,
                listeners,
                index,
                parameters,
                initialise);
    }

    private static final class Computation extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        private static final long serialVersionUID = 1;

        /** Of the step under way; in DL4J's workspace of activations, which is open until the step is done. */
        private transient @Nullable INDArray outputs;

        Computation(NeuralNetConfiguration configuration, DataType type) {
            super(configuration, type);
        }

        @Override
        protected Pair<INDArray, INDArray> preOutput(
                boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
            INDArray kept = outputs;
            if (forBackprop && kept != null) {
                outputs = null;
                return new Pair<>(kept, null);
            }
            Pair<INDArray, INDArray> computed = super.preOutput(training, forBackprop, workspaces);
            // ReLU writes over it, and leaves what its slope depends on.
            outputs = training && !forBackprop ? computed.getFirst() : null;
            return computed;
        }
    }
}
