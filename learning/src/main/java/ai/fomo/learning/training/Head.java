package ai.fomo.learning.training;

import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.SafeTensorsStream;
import ai.fomo.learning.model.StreamedTensor;
import ai.fomo.learning.model.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A trained head: standardises features, takes them through a block of convolutions where it has one, then through dense
 * layers with ReLU between them, to a logit per class.
 *
 * <p>Without ND4J, so that whoever only predicts neither unpacks nor loads its natives. Safe for use by several threads.
 */
public final class Head {
    static final String FORMAT = "fomo-head/1";
    static final String MEAN = "standardise.mean";
    static final String DEVIATION = "standardise.deviation";

    /** Images at once: enough to read weights once for many, few enough for their outputs to stay in the cache. */
    private static final int ROWS = 16;

    private final Standardisation standardisation;
    private final List<LastBlock.Convolution> convolutions;
    private final @Nullable BlockRuntime block;
    private final float blockScale;
    private final List<Layer> layers;

    private Head(
            Standardisation standardisation,
            List<LastBlock.Convolution> convolutions,
            @Nullable BlockRuntime block,
            float blockScale,
            List<Layer> layers) {
        this.standardisation = standardisation;
        this.convolutions = List.copyOf(convolutions);
        this.block = block;
        this.blockScale = blockScale;
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
    static void write(Map<String, StreamedTensor> layers, float[] mean, float[] deviation, OutputStream out)
            throws IOException {
        Map<String, StreamedTensor> tensors = new TreeMap<>(layers);
        tensors.put(MEAN, StreamedTensor.of(Tensor.vector(mean)));
        tensors.put(DEVIATION, StreamedTensor.of(Tensor.vector(deviation)));
        SafeTensorsStream.write(Map.of("format", FORMAT), tensors, out);
    }

    /** @throws NotAModelFileException if the bytes are not the weights of a head, or do not fit together */
    public static Head load(byte[] weights) {
        return of(SafeTensors.parse(weights));
    }

    /** @throws NotAModelFileException if the file is not the weights of a head, or does not fit together */
    public static Head of(SafeTensors head) {
        SafeTensors file = head.require(FORMAT);
        float[] mean = file.tensor(MEAN, 1).values();
        float[] deviation = file.tensor(DEVIATION, 1).values();
        if (mean.length != deviation.length) {
            throw new NotAModelFileException(
                    "a head with " + mean.length + " means has " + deviation.length + " deviations");
        }
        List<LastBlock.Convolution> convolutions = LastBlock.inHead(file.tensors());
        Optional<LastBlock> block =
                convolutions.isEmpty() ? Optional.empty() : Optional.of(new LastBlock(convolutions));
        List<Layer> layers = new ArrayList<>();
        int inputs = block.map(convolved -> outputs(convolved, mean.length)).orElse(mean.length);
        while (file.tensors().containsKey(LayerNames.weight(layers.size()))) {
            Layer layer = layer(file, layers.size(), inputs);
            layers.add(layer);
            inputs = layer.outputs();
        }
        if (layers.isEmpty() || file.tensors().size() != tensors(layers.size(), convolutions.size())) {
            throw new NotAModelFileException(
                    "a head has no such tensors: " + file.tensors().keySet());
        }
        return new Head(
                new Standardisation(mean, deviation),
                convolutions,
                block.map(convolved -> BlockRuntime.open(convolved, convolved.side(mean.length)))
                        .orElse(null),
                convolutions.isEmpty()
                        ? 1
                        : file.tensor(LayerNames.BLOCK_SCALE, 1).values()[0],
                layers);
    }

    /** How many a head has. */
    private static int tensors(int layers, int convolutions) {
        return 2 + 2 * layers + (convolutions == 0 ? 0 : 1 + 2 * convolutions);
    }

    private static int outputs(LastBlock block, int features) {
        try {
            return block.outputs(features);
        } catch (IllegalArgumentException e) {
            throw new NotAModelFileException("a head's block does not fit it: " + e.getMessage(), e);
        }
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
        return standardisation.mean();
    }

    public float[] deviation() {
        return standardisation.deviation();
    }

    /** Between the standardised features and the layers; without any where there are only layers. */
    public List<LastBlock.Convolution> convolutions() {
        return convolutions;
    }

    /** What comes of the convolutions is multiplied by this; 1 where there are none. */
    public float blockScale() {
        return blockScale;
    }

    /** With ReLU between them. */
    public List<Layer> layers() {
        return layers;
    }

    /** Length of the feature vectors it takes. */
    public int features() {
        return standardisation.width();
    }

    /** How many logits it gives. */
    public int classes() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** @return per feature vector a logit for each class, in the head's own scale: a model's calibration makes them probabilities */
    public double[][] logits(float[][] features) {
        return features.length == 0 ? new double[0][] : logits(FeatureRows.of(features));
    }

    /** The same of rows that need not fit in memory: each is read once. */
    public double[][] logits(FeatureRows features) {
        if (features.width() != features()) {
            throw new IllegalArgumentException(
                    "the head takes " + features() + " features, and was given " + features.width());
        }
        double[][] logits = new double[features.count()][];
        IntStream.range(0, (features.count() + ROWS - 1) / ROWS).parallel().forEach(chunk -> {
            int from = chunk * ROWS;
            int to = Math.min(features.count(), from + ROWS);
            float[] values = logits(features.block(from, to), to - from);
            for (int row = from; row < to; row++) {
                logits[row] = new double[classes()];
                for (int c = 0; c < classes(); c++) {
                    logits[row][c] = values[(row - from) * classes() + c];
                }
            }
        });
        return logits;
    }

    /** @param activations the features of all rows; overwritten */
    private float[] logits(float[] activations, int rows) {
        standardisation.apply(activations);
        float[] current = block == null ? activations : scaled(block.run(activations, rows));
        for (int l = 0; l < layers.size(); l++) {
            current = apply(layers.get(l), current, rows);
            if (l < layers.size() - 1) {
                for (int i = 0; i < current.length; i++) {
                    current[i] = Math.max(0, current[i]);
                }
            }
        }
        return current;
    }

    private float[] scaled(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= blockScale;
        }
        return values;
    }

    /** Each input's weights are read once for all rows; the sums of a row come in the same order whatever rows are beside it. */
    private static float[] apply(Layer layer, float[] inputs, int rows) {
        int width = layer.outputs();
        float[] outputs = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(layer.bias(), 0, outputs, row * width, width);
        }
        for (int i = 0; i < layer.inputs(); i++) {
            for (int row = 0; row < rows; row++) {
                float input = inputs[row * layer.inputs() + i];
                if (input != 0) {
                    addScaled(layer.weights(), i * width, input, outputs, row * width, width);
                }
            }
        }
        return outputs;
    }

    private static void addScaled(float[] weights, int from, float factor, float[] sums, int at, int count) {
        for (int o = 0; o < count; o++) {
            sums[at + o] += factor * weights[from + o];
        }
    }
}
