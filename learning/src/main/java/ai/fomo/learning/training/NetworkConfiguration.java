package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** A network of ours in DL4J's terms. */
final class NetworkConfiguration {
    private NetworkConfiguration() {}

    static MultiLayerConfiguration of(
            TrainingConfiguration configuration, NetworkShape shape, LogitsLoss loss, float blockScale, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                // Our own takes the steps: AdamW.
                .updater(new NoOp())
                .list();
        shape.block().ifPresent(block -> add(layers, block));
        int last = shape.denseLayers() - 1;
        for (int layer = 0; layer < last; layer++) {
            layers.layer(new DenseUnits.Builder()
                    .nIn(shape.widths().get(layer))
                    .nOut(shape.widths().get(layer + 1))
                    .activation(Activation.RELU)
                    .weightInit(WeightInit.RELU)
                    .dropOut(retained(configuration, layer))
                    .build());
        }
        OutputLayer.Builder output = new OutputLayer.Builder(loss);
        output.nIn(shape.widths().get(last)).nOut(shape.widths().get(last + 1));
        output.activation(Activation.IDENTITY).weightInit(WeightInit.XAVIER);
        output.dropOut(retained(configuration, last));
        layers.layer(OutputUnits.of(output));
        shape.block().ifPresent(block -> {
            int side = block.side(shape.features());
            int outputs = block.convolutions().get(shape.convolutions() - 1).outputs();
            layers.inputPreProcessor(shape.convolutions() + 1, new ScaledFlattening(side / 2, outputs, blockScale));
            layers.setInputType(InputType.convolutionalFlat(side, side, block.channels()));
        });
        return layers.build();
    }

    private static void add(NeuralNetConfiguration.ListBuilder layers, LastBlock block) {
        for (LastBlock.Convolution convolution : block.convolutions()) {
            ConvolutionLayer.Builder layer = new ConvolutionLayer.Builder(3, 3);
            layer.nIn(convolution.inputs()).nOut(convolution.outputs());
            layer.stride(1, 1).convolutionMode(ConvolutionMode.Same);
            layer.activation(Activation.RELU);
            layers.layer(KeptConvolution.of(layer));
        }
        layers.layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build());
    }

    /** DL4J drops a layer's inputs, and wants the probability of keeping one; what comes of the image is never dropped. */
    private static double retained(TrainingConfiguration configuration, int layer) {
        return layer == 0 || configuration.dropout() == 0 ? 0 : 1 - configuration.dropout();
    }
}
