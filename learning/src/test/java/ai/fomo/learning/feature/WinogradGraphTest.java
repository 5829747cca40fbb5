package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.onnx.GraphWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside ONNX Runtime's own convolutions. */
class WinogradGraphTest {
    private static final int COLOURS = PlanesLayout.COLOURS;
    private static final int INPUTS = 64;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Property(tries = 25)
    void featuresAreThoseOfTheGraphThatItIsMadeOf(
            @ForAll @IntRange(min = 2, max = 33) int side,
            @ForAll @IntRange(min = 1, max = 3) int layers,
            @ForAll boolean pooled,
            @ForAll @IntRange(min = 1, max = 3) int batch,
            @ForAll long seed) {
        byte[] onnx = graph(new Random(seed), side, layers, 128 + (int) (seed & 7), pooled);
        List<float[]> images = images(new Random(seed + 1), side, batch);

        float[][] expected = plain(onnx, side, images);
        float[][] features = rewritten(onnx, side, images);
        for (int image = 0; image < batch; image++) {
            float largest = 1e-3f;
            for (float feature : expected[image]) {
                largest = Math.max(largest, feature);
            }
            assertThat(features[image]).containsExactly(expected[image], within(1e-4f * largest));
        }
    }

    @Test
    void anImagesFeaturesAreTheSameToTheBitWhateverIsBesideIt() {
        int side = 44;
        List<float[]> images = images(new Random(1), side, 5);
        try (ImageModel model = WinogradModel.open(graph(new Random(2), side, 2, 128, true), side, "small")) {
            float[][] together = model.run(images);
            for (int size = 1; size < images.size(); size++) {
                for (int from = 0; from + size <= images.size(); from++) {
                    float[][] few = model.run(images.subList(from, from + size));
                    for (int i = 0; i < size; i++) {
                        assertThat(few[i]).as("%d of %d", i, size).containsExactly(together[from + i]);
                    }
                }
            }
        }
    }

    @Test
    void fewChannelsAreConvolvedAsTheyWere() throws Exception {
        assertThat(operators(graph(new Random(1), 8, 1, 64, true)))
                .containsExactly("Conv", "Relu", "Conv", "Relu", "MaxPool", "Flatten");
    }

    @Test
    void aConvolutionWithoutARectifierOrWithStepsIsCopied() throws Exception {
        Random random = new Random(1);
        GraphProto.Builder graph = begun(random, 8);
        GraphWriter nodes = new GraphWriter(graph);
        convolution(graph, random, "bare", "value0", INPUTS, 128);
        convolution(graph, random, "steps", "bare", 128, 128).addAttribute(GraphWriter.integers("strides", 2, 2));
        nodes.node("Relu", "outputs", "steps");

        assertThat(operators(model(graph, "outputs", 128 * 4 * 4)))
                .containsExactly("Conv", "Relu", "Conv", "Conv", "Relu", "Flatten");
    }

    /** The rectified value is wanted whole and pooled: it must not be pooled on the way. */
    @Test
    void aValueWithTwoTakersIsThereForBoth() {
        Random random = new Random(1);
        GraphProto.Builder graph = begun(random, 4);
        GraphWriter nodes = new GraphWriter(graph);
        convolution(graph, random, "second", "value0", INPUTS, 128);
        nodes.node("Relu", "outputs", "second");
        pool(nodes, "outputs");
        nodes.node("Flatten", "wide", "outputs");
        nodes.node("Flatten", "narrow", "pooled");
        nodes.node("Concat", "both", "wide", "narrow").addAttribute(GraphWriter.integer("axis", 1));
        byte[] onnx = model(graph, "both", 128 * 20);
        List<float[]> images = images(new Random(2), 4, 1);

        float[] features = rewritten(onnx, 4, images)[0];

        assertThat(features).containsExactly(plain(onnx, 4, images)[0], within(1e-3f));
    }

    /** Convolutions, of which the first has too few inputs. */
    private static byte[] graph(Random random, int side, int layers, int channels, boolean pooled) {
        GraphProto.Builder graph = begun(random, side);
        GraphWriter nodes = new GraphWriter(graph);
        for (int layer = 1; layer <= layers; layer++) {
            String value = "value" + layer;
            convolution(graph, random, "sums" + layer, "value" + (layer - 1), layer == 1 ? INPUTS : channels, channels);
            nodes.node("Relu", value, "sums" + layer);
        }
        String last = "value" + layers;
        if (pooled) {
            pool(nodes, last);
            return model(graph, "pooled", channels * (side / 2) * (side / 2));
        }
        return model(graph, last, channels * side * side);
    }

    /** The first convolution, rectified as {@code value0}. */
    private static GraphProto.Builder begun(Random random, int side) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
        graph.addInput(GraphWriter.batch("image", COLOURS, side, side));
        convolution(graph, random, "first", "image", COLOURS, INPUTS);
        new GraphWriter(graph).node("Relu", "value0", "first");
        return graph;
    }

    private static void pool(GraphWriter nodes, String value) {
        nodes.node("MaxPool", "pooled", value)
                .addAttribute(GraphWriter.integers("kernel_shape", 2, 2))
                .addAttribute(GraphWriter.integers("strides", 2, 2));
    }

    private static NodeProto.Builder convolution(
            GraphProto.Builder graph, Random random, String name, String value, int inputs, int outputs) {
        GraphWriter nodes = new GraphWriter(graph);
        float scale = (float) Math.sqrt(2.0 / (9 * inputs));
        nodes.floats(name + ".weight", List.of(outputs, inputs, 3, 3), numbers(random, outputs * inputs * 9, scale));
        nodes.floats(name + ".offset", List.of(outputs), numbers(random, outputs, 0.5f));
        return nodes.node("Conv", name, value, name + ".weight", name + ".offset")
                .addAttribute(GraphWriter.integers("kernel_shape", 3, 3))
                .addAttribute(GraphWriter.integers("pads", 1, 1, 1, 1));
    }

    private static byte[] model(GraphProto.Builder graph, String last, int dimension) {
        new GraphWriter(graph).node("Flatten", "features", last).addAttribute(GraphWriter.integer("axis", 1));
        graph.addOutput(GraphWriter.batch("features", dimension));
        return GraphWriter.model(graph, 17).build().toByteArray();
    }

    /** Of the graph that is made of it. */
    private List<String> operators(byte[] onnx) throws IOException {
        try (ArrayFile filters = ArrayFile.create(directory.resolve("filters"))) {
            return new GraphReader(WinogradGraph.of(onnx, filters))
                    .nodes().stream().map(NodeProto::getOpType).toList();
        }
    }

    private static float[][] plain(byte[] onnx, int side, List<float[]> images) {
        try (ImageModel model = ImageModel.open(onnx, side, "small")) {
            return model.run(images);
        }
    }

    private static float[][] rewritten(byte[] onnx, int side, List<float[]> images) {
        try (ImageModel model = WinogradModel.open(onnx, side, "small")) {
            return model.run(images);
        }
    }

    private static List<float[]> images(Random random, int side, int count) {
        List<float[]> images = new ArrayList<>();
        for (int image = 0; image < count; image++) {
            images.add(numbers(random, new PlanesLayout().size(side), 1));
        }
        return images;
    }

    private static float[] numbers(Random random, int count, float scale) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextGaussian() * scale);
        }
        return numbers;
    }
}
