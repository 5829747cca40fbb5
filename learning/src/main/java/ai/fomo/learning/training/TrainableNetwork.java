package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.MappedTensors;
import ai.fomo.learning.model.SafeTensorsStream;
import ai.fomo.learning.model.StreamedTensor;
import ai.fomo.learning.model.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J network under training, and its state under our own names. */
final class TrainableNetwork {
    private static final String OPTIMISER_FORMAT = "fomo-optimiser/1";
    private static final String MOMENTS = "adam.moments";

    private final Engine engine;
    private final MultiLayerNetwork network;
    private final NetworkShape shape;
    private final LogitsLoss loss;
    private final float blockScale;
    private final AdamW optimiser;

    private TrainableNetwork(
            Engine engine,
            MultiLayerNetwork network,
            NetworkShape shape,
            LogitsLoss loss,
            float blockScale,
            AdamW optimiser) {
        this.engine = engine;
        this.network = network;
        this.shape = shape;
        this.loss = loss;
        this.blockScale = blockScale;
        this.optimiser = optimiser;
    }

    /**
     * @param blockScale of what comes of the block; not looked at where there is none
     * @param steps that a training of all its epochs has
     */
    static TrainableNetwork create(
            Engine engine,
            TrainingConfiguration configuration,
            NetworkShape shape,
            LogitsLoss loss,
            float blockScale,
            int steps) {
        long seed = Seeds.of(configuration.seed(), 0, 0, Seeds.Purpose.INITIAL_WEIGHTS);
        MultiLayerNetwork network =
                new MultiLayerNetwork(NetworkConfiguration.of(configuration, shape, loss, blockScale, seed, engine));
        Nd4j.getRandom().setSeed(seed);
        network.init();
        TrainableNetwork created = new TrainableNetwork(
                engine, network, shape, loss, blockScale, engine.optimiser(configuration, steps, network));
        shape.block()
                .ifPresent(block -> block.tensors()
                        .forEach((name, tensor) ->
                                ParameterArrays.assign(created.parameter(name), FloatBuffer.wrap(tensor.values()))));
        // What the random numbers came in is as large as the weights, and nobody needs it any more.
        System.gc();
        return created;
    }

    /** Lets training begin at the classes' frequencies instead of one half, which a rare class would take long to leave. */
    void startAt(float[] outputBias) {
        parameter(LayerNames.bias(shape.denseLayers() - 1)).assign(Nd4j.createFromArray(outputBias));
    }

    /**
     * One step of the optimiser.
     *
     * @param seed of what dropout takes away
     * @return the loss, per item and class
     */
    double step(INDArray features, INDArray targets, long seed) {
        engine.seed(network, seed);
        network.setInput(features);
        network.setLabels(targets);
        network.computeGradientAndScore();
        optimiser.step();
        return network.score();
    }

    INDArray logits(INDArray features) {
        return network.output(features, false);
    }

    LogitsLoss loss() {
        return loss;
    }

    /** @param steps that the optimiser has done, which its bias correction and the learning rate depend on */
    void stepsDone(int steps) {
        optimiser.stepsDone(steps);
    }

    /** Of the step that comes next. */
    double learningRate() {
        return optimiser.learningRate();
    }

    /** The file of a head, for {@link Head#load} and {@link #restore}. */
    void writeWeights(Standardisation standardisation, OutputStream out) throws IOException {
        Map<String, StreamedTensor> tensors = new TreeMap<>();
        shape.parameters()
                .forEach((name, extents) -> tensors.put(
                        name, new StreamedTensor(extents, sink -> ParameterArrays.write(parameter(name), sink))));
        if (shape.block().isPresent()) {
            tensors.put(LayerNames.BLOCK_SCALE, StreamedTensor.of(Tensor.vector(new float[] {blockScale})));
        }
        Head.write(tensors, standardisation.mean(), standardisation.deviation(), out);
    }

    /** Adam's two moments of each number, in the order of DL4J's. */
    void writeOptimiser(OutputStream out) throws IOException {
        INDArray moments = moments();
        StreamedTensor tensor = new StreamedTensor(
                List.of(Math.toIntExact(moments.length())), sink -> ParameterArrays.write(moments, sink));
        SafeTensorsStream.write(Map.of("format", OPTIMISER_FORMAT), Map.of(MOMENTS, tensor), out);
    }

    /** @throws IllegalArgumentException if the state is of a network of another shape */
    void restore(Path weights, Path optimiser) throws IOException {
        SortedMap<String, FloatBuffer> stored =
                MappedTensors.open(weights, Head.FORMAT).tensors();
        for (Map.Entry<String, List<Integer>> wanted : shape.parameters().entrySet()) {
            assign(parameter(wanted.getKey()), wanted.getKey(), stored.get(wanted.getKey()));
        }
        assign(
                moments(),
                MOMENTS,
                MappedTensors.open(optimiser, OPTIMISER_FORMAT).tensors().get(MOMENTS));
    }

    private void assign(INDArray array, String name, @org.jspecify.annotations.Nullable FloatBuffer values) {
        if (values == null || values.remaining() != array.length()) {
            throw new IllegalArgumentException("the checkpoint is of another configuration: its " + name + " has "
                    + (values == null ? "no" : String.valueOf(values.remaining())) + " numbers, and "
                    + array.length() + " are wanted");
        }
        ParameterArrays.assign(array, values);
    }

    private INDArray moments() {
        return optimiser.moments();
    }

    /** DL4J numbers layers from the first convolution on, with the pooling among them. */
    private INDArray parameter(String name) {
        String[] parts = name.split("\\.", -1);
        int number = Integer.parseInt(parts[1]);
        int pooling = shape.convolutions() == 0 ? 0 : 1;
        int layer = parts[0].equals("convolution") ? number : shape.convolutions() + pooling + number;
        return network.getParam(layer + (parts[2].equals("weight") ? "_W" : "_b"));
    }
}
