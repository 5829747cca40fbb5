package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** A network of ours in DL4J's terms. */
final class NetworkConfiguration {
    private NetworkConfiguration() {}

    static MultiLayerConfiguration of(
            TrainingConfiguration configuration,
            NetworkShape shape,
            LogitsLoss loss,
            float blockScale,
            long seed,
            Engine engine) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                // Our own takes the steps: AdamW.
                .updater(new NoOp())
                .list();
        shape.block().ifPresent(block -> add(layers, block, engine));
        double dropout = configuration.dropout();
        int last = shape.denseLayers() - 1;
        for (int layer = 0; layer < last; layer++) {
            layers.layer(engine.hidden(
                    layer, shape.widths().get(layer), shape.widths().get(layer + 1), dropout));
        }
        layers.layer(
                engine.output(last, shape.widths().get(last), shape.widths().get(last + 1), dropout, loss));
        shape.block().ifPresent(block -> {
            int side = block.side(shape.features());
            int outputs = block.convolutions().get(shape.convolutions() - 1).outputs();
            layers.inputPreProcessor(shape.convolutions() + 1, new ScaledFlattening(side / 2, outputs, blockScale));
            layers.setInputType(InputType.convolutionalFlat(side, side, block.channels()));
        });
        return layers.build();
    }

    private static void add(NeuralNetConfiguration.ListBuilder layers, LastBlock block, Engine engine) {
        for (LastBlock.Convolution convolution : block.convolutions()) {
            layers.layer(engine.convolution(convolution.inputs(), convolution.outputs()));
        }
        layers.layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build());
    }
}
