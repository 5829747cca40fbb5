package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How the steps of a training are computed. Networks are DL4J's, and their parameters have the same names and places whatever
 * the engine; digits may differ in the last place, as they do between backends.
 */
sealed interface Engine permits HostEngine, Nd4jEngine {
    /** What is fastest where ND4J's arrays of this process lie. */
    static Engine ofThisProcess() {
        return BackendInfo.isCuda(Nd4j.getBackend().getClass().getName()) ? new Nd4jEngine() : new HostEngine();
    }

    /** A convolution of 3 x 3 with a border of zeros, and ReLU. */
    Layer convolution(int inputs, int outputs);

    /**
     * A dense layer with ReLU.
     *
     * @param depth of the dense layers before it
     * @param dropout of the outputs of every hidden dense layer, this one's too
     */
    Layer hidden(int depth, int inputs, int outputs, double dropout);

    /** A dense layer whose outputs are logits. */
    Layer output(int depth, int inputs, int outputs, double dropout, LogitsLoss loss);

    /** @param steps that a training of all its epochs has */
    AdamW optimiser(TrainingConfiguration configuration, int steps, MultiLayerNetwork network);

    /** Determines what dropout takes away in the step that comes. */
    void seed(MultiLayerNetwork network, long seed);

    /**
     * A batch of features as an array.
     *
     * @param values row by row; those behind the rows are not looked at
     * @return rows x width; the next call may overwrite it
     */
    INDArray features(float[] values, int rows, int width);
}
