package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * For arrays in the memory of this process. Products and convolutions are oneDNN's, through ND4J; what goes over numbers one by
 * one is Java's, each in one pass where ND4J has several, which take longer than the products do.
 */
final class HostEngine implements Engine {
    /** By their shape: whole batches, and what is left for the last one. Training and validation share those of one shape. */
    private final Map<Shape, INDArray> kept = new HashMap<>();

    private record Shape(int rows, int width) {}

    @Override
    public Layer convolution(int inputs, int outputs) {
        ConvolutionLayer.Builder layer = new ConvolutionLayer.Builder(3, 3);
        layer.nIn(inputs).nOut(outputs);
        layer.stride(1, 1).convolutionMode(ConvolutionMode.Same);
        layer.activation(new HostReLU());
        return KeptConvolution.of(layer);
    }

    @Override
    public Layer hidden(int depth, int inputs, int outputs, double dropout) {
        return new DenseUnits.Builder(dropout)
                .nIn(inputs)
                .nOut(outputs)
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .build();
    }

    @Override
    public Layer output(int depth, int inputs, int outputs, double dropout, LogitsLoss loss) {
        OutputLayer.Builder output = new OutputLayer.Builder(loss);
        output.nIn(inputs).nOut(outputs);
        output.activation(Activation.IDENTITY).weightInit(WeightInit.XAVIER);
        return OutputUnits.of(output);
    }

    @Override
    public AdamW optimiser(TrainingConfiguration configuration, int steps, MultiLayerNetwork network) {
        return new HostAdamW(configuration, steps, network);
    }

    @Override
    public void seed(MultiLayerNetwork network, long seed) {
        for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
            if (layer instanceof DenseProducts products) {
                products.seed(seed);
            }
        }
    }

    @Override
    public INDArray features(float[] values, int rows, int width) {
        INDArray array = kept.computeIfAbsent(
                new Shape(rows, width), shape -> Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', rows, width));
        HostArray.of(array).slice(0, rows * width).put(0, values, 0, rows * width);
        return array;
    }
}
