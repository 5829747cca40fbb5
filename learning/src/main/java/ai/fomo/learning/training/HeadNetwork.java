package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** The trainable layers of a head as a DL4J network, and its state under our own names. */
final class HeadNetwork {
    private final MultiLayerNetwork network;
    private final List<Integer> widths;

    private HeadNetwork(MultiLayerNetwork network, List<Integer> widths) {
        this.network = network;
        this.widths = widths;
    }

    static HeadNetwork create(TrainingConfiguration configuration, int features, int classes) {
        List<Integer> widths = new ArrayList<>();
        widths.add(features);
        widths.addAll(configuration.hiddenUnits());
        widths.add(classes);
        long seed = Seeds.of(configuration.seed(), 0, Seeds.Purpose.INITIAL_WEIGHTS);
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                .updater(new Adam(configuration.learningRate()))
                .weightDecay(configuration.weightDecay())
                .list();
        int last = widths.size() - 2;
        for (int layer = 0; layer < last; layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(widths.get(layer))
                    .nOut(widths.get(layer + 1))
                    .activation(Activation.RELU)
                    .weightInit(WeightInit.RELU)
                    .dropOut(retained(configuration, layer))
                    .build());
        }
        layers.layer(new OutputLayer.Builder(new LogitsLoss())
                .nIn(widths.get(last))
                .nOut(classes)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER)
                .dropOut(retained(configuration, last))
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        Nd4j.getRandom().setSeed(seed);
        network.init();
        return new HeadNetwork(network, widths);
    }

    /** DL4J drops a layer's inputs, and wants the probability of keeping one; features themselves are never dropped. */
    private static double retained(TrainingConfiguration configuration, int layer) {
        return layer == 0 || configuration.dropout() == 0 ? 0 : 1 - configuration.dropout();
    }

    /** Lets training begin at the classes' frequencies instead of one half, which a rare class would take long to leave. */
    void startAt(float[] outputBias) {
        network.getParam((widths.size() - 2) + "_b").assign(Nd4j.createFromArray(outputBias));
    }

    /** One step of the optimiser. @return the loss, per item and class */
    double step(INDArray features, INDArray targets) {
        // DL4J's score holds the penalty on the weights as they were before the step.
        double penalty = network.calcRegularizationScore(true);
        network.fit(features, targets);
        return network.score() - penalty;
    }

    INDArray logits(INDArray features) {
        return network.output(features, false);
    }

    /** @param steps that the optimiser has done, which its bias correction depends on */
    void stepsDone(int steps) {
        network.setIterationCount(steps);
    }

    SortedMap<String, Tensor> parameters() {
        SortedMap<String, Tensor> parameters = new TreeMap<>();
        for (int layer = 0; layer < widths.size() - 1; layer++) {
            parameters.put(
                    LayerNames.weight(layer),
                    Tensor.matrix(widths.get(layer), widths.get(layer + 1), rowMajor(network.getParam(layer + "_W"))));
            parameters.put(LayerNames.bias(layer), Tensor.vector(rowMajor(network.getParam(layer + "_b"))));
        }
        return parameters;
    }

    float[] optimiser() {
        return rowMajor(network.getUpdater().getStateViewArray());
    }

    /** @throws IllegalArgumentException if the state is of a network of another shape */
    void restore(SortedMap<String, Tensor> parameters, float[] optimiser) {
        INDArray moments = network.getUpdater().getStateViewArray();
        if (moments.length() != optimiser.length || parameters.size() != 2 * (widths.size() - 1)) {
            throw new IllegalArgumentException("the training state is of another configuration: it has "
                    + parameters.keySet() + " for layers of widths " + widths);
        }
        for (int layer = 0; layer < widths.size() - 1; layer++) {
            assign(layer + "_W", parameters, LayerNames.weight(layer));
            assign(layer + "_b", parameters, LayerNames.bias(layer));
        }
        moments.assign(Nd4j.create(optimiser, moments.shape(), 'c'));
    }

    private void assign(String parameter, SortedMap<String, Tensor> parameters, String name) {
        INDArray array = network.getParam(parameter);
        Tensor tensor = parameters.get(name);
        if (tensor == null || tensor.values().length != array.length()) {
            throw new IllegalArgumentException("the training state is of another configuration: its " + name + " is "
                    + (tensor == null ? "missing" : tensor.shape()) + " for layers of widths " + widths);
        }
        array.assign(Nd4j.create(tensor.values(), array.shape(), 'c'));
    }

    private static float[] rowMajor(INDArray array) {
        return array.dup('c').reshape(array.length()).toFloatVector();
    }
}
