package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's own layers and ND4J's operations alone: for arrays that lie on another device, where they must stay. */
final class Nd4jEngine implements Engine {
    @Override
    public Layer convolution(int inputs, int outputs) {
        return new ConvolutionLayer.Builder(3, 3)
                .nIn(inputs)
                .nOut(outputs)
                .stride(1, 1)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build();
    }

    @Override
    public Layer hidden(int depth, int inputs, int outputs, double dropout) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(outputs)
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .dropOut(retained(depth, dropout))
                .build();
    }

    @Override
    public Layer output(int depth, int inputs, int outputs, double dropout, LogitsLoss loss) {
        return new OutputLayer.Builder(loss)
                .nIn(inputs)
                .nOut(outputs)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER)
                .dropOut(retained(depth, dropout))
                .build();
    }

    /** DL4J drops a layer's inputs, and wants the probability of keeping one; what comes of the image is never dropped. */
    private static double retained(int depth, double dropout) {
        return depth == 0 || dropout == 0 ? 0 : 1 - dropout;
    }

    @Override
    public AdamW optimiser(TrainingConfiguration configuration, int steps, MultiLayerNetwork network) {
        return new Nd4jAdamW(configuration, steps, network);
    }

    @Override
    public void seed(MultiLayerNetwork network, long seed) {
        Nd4j.getRandom().setSeed(seed);
    }

    @Override
    public INDArray features(float[] values, int rows, int width) {
        float[] whole = values.length == rows * width ? values : Arrays.copyOf(values, rows * width);
        return Nd4j.create(whole, new long[] {rows, width}, 'c');
    }
}
