package ai.fomo.learning.training;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained head: standardises features, then dense layers with ReLU between them, then a sigmoid per class.
 *
 * <p>In plain Java, so that whoever only predicts neither unpacks nor loads natives. Safe for use by several threads.
 */
public final class Head {
    static final String FORMAT = "fomo-head/1";
    static final String MEAN = "standardise.mean";
    static final String DEVIATION = "standardise.deviation";

    private final float[] mean;
    private final float[] deviation;
    private final List<Layer> layers;

    private Head(float[] mean, float[] deviation, List<Layer> layers) {
        this.mean = mean;
        this.deviation = deviation;
        this.layers = List.copyOf(layers);
    }

    /**
     * A dense layer.
     *
     * @param weights row-major, inputs x outputs; not copied, so not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes of weights; nobody compares layers
    public record Layer(int inputs, int outputs, float[] weights, float[] bias) {}

    /** The file of a head's weights. */
    static byte[] write(Map<String, Tensor> layers, float[] mean, float[] deviation) {
        Map<String, Tensor> tensors = new TreeMap<>(layers);
        tensors.put(MEAN, Tensor.vector(mean));
        tensors.put(DEVIATION, Tensor.vector(deviation));
        return SafeTensors.of(Map.of("format", FORMAT), tensors).toBytes();
    }

    /** @throws NotAModelFileException if the bytes are not the weights of a head, or do not fit together */
    public static Head load(byte[] weights) {
        SafeTensors file = SafeTensors.parse(weights).require(FORMAT);
        float[] mean = file.tensor(MEAN, 1).values();
        float[] deviation = file.tensor(DEVIATION, 1).values();
        if (mean.length != deviation.length) {
            throw new NotAModelFileException(
                    "a head with " + mean.length + " means has " + deviation.length + " deviations");
        }
        List<Layer> layers = new ArrayList<>();
        int inputs = mean.length;
        while (file.tensors().containsKey(LayerNames.weight(layers.size()))) {
            Layer layer = layer(file, layers.size(), inputs);
            layers.add(layer);
            inputs = layer.outputs();
        }
        if (layers.isEmpty() || file.tensors().size() != 2 + 2 * layers.size()) {
            throw new NotAModelFileException(
                    "a head has no such tensors: " + file.tensors().keySet());
        }
        return new Head(mean, deviation, layers);
    }

    private static Layer layer(SafeTensors file, int index, int inputs) {
        Tensor weight = file.tensor(LayerNames.weight(index), 2);
        float[] bias = file.tensor(LayerNames.bias(index), 1).values();
        int outputs = weight.shape().get(1);
        if (weight.shape().get(0) != inputs || bias.length != outputs) {
            throw new NotAModelFileException("layer " + index + " has weights of shape " + weight.shape() + " and "
                    + bias.length + " biases for " + inputs + " inputs");
        }
        return new Layer(inputs, outputs, weight.values(), bias);
    }

    /** What is taken from features before they are divided by {@link #deviation}; not copied, so not to be changed. */
    public float[] mean() {
        return mean;
    }

    public float[] deviation() {
        return deviation;
    }

    /** With ReLU between them. */
    public List<Layer> layers() {
        return layers;
    }

    /** Length of the feature vectors it takes. */
    public int features() {
        return mean.length;
    }

    /** How many logits it gives. */
    public int classes() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** @return per feature vector a logit for each class, in the head's own scale: a model's calibration makes them probabilities */
    public double[][] logits(float[][] features) {
        double[][] all = new double[features.length][];
        for (int i = 0; i < features.length; i++) {
            float[] logits = logits(features[i]);
            all[i] = new double[logits.length];
            for (int c = 0; c < logits.length; c++) {
                all[i][c] = logits[c];
            }
        }
        return all;
    }

    float[] logits(float[] features) {
        if (features.length != mean.length) {
            throw new IllegalArgumentException(
                    "the head takes " + mean.length + " features, and was given " + features.length);
        }
        float[] activations = new float[features.length];
        for (int i = 0; i < features.length; i++) {
            activations[i] = (features[i] - mean[i]) / deviation[i];
        }
        for (int l = 0; l < layers.size(); l++) {
            activations = apply(layers.get(l), activations);
            if (l < layers.size() - 1) {
                for (int i = 0; i < activations.length; i++) {
                    activations[i] = Math.max(0, activations[i]);
                }
            }
        }
        return activations;
    }

    private static float[] apply(Layer layer, float[] inputs) {
        float[] outputs = layer.bias().clone();
        float[] weights = layer.weights();
        for (int i = 0; i < inputs.length; i++) {
            float input = inputs[i];
            int row = i * outputs.length;
            for (int o = 0; o < outputs.length; o++) {
                outputs[o] += input * weights[row + o];
            }
        }
        return outputs;
    }
}
