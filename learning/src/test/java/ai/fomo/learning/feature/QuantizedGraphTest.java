package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.onnx.GraphWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import onnx.Onnx.GraphProto;
import org.junit.jupiter.api.Test;

class QuantizedGraphTest {
    private static final int COLOURS = 3;
    private static final ActivationRange IMAGE = new ActivationRange(-1, 1);

    /** Scale of the image 2 / 255, its zero 128 (127.5 rounded up); greatest weights 1.28 and 0.64, hence their scales 0.02 and 0.01. */
    @Test
    void aConvolutionIsWhatComesOutByHand() {
        byte[] onnx = pointwise(1, new float[] {1.28f, -0.63f, 0, 0.64f, 0.32f, -0.01f}, new float[] {0.5f, -0.25f});
        byte[] whole = QuantizedGraph.of(
                onnx, ActivationRanges.of(Map.of("image", IMAGE, "sums", new ActivationRange(-2.55f, 2.55f))));

        float[] features = run(whole, 1, new float[] {0.4f, -0.2f, 1})[0];

        // 0.4, -0.2 and 1 are 51, -26 (half goes to the even one, 102 of 102.5) and 127 steps, the last cut off at 255
        // - 128.
        double step = 2 / 255.0;
        double first = (51 * 64 + 26 * 32) * step * 0.02 + 0.5;
        double second = (51 * 64 - 26 * 32 - 127) * step * 0.01 - 0.25;
        assertThat(features[0]).isEqualTo((float) (Math.round(first / 0.02) * 0.02), within(1e-5f));
        assertThat(features[1]).isEqualTo((float) (Math.round(second / 0.02) * 0.02), within(1e-5f));
    }

    @Property(tries = 60)
    void whatIsLostIsNoMoreThanRoundingLoses(
            @ForAll @IntRange(min = 1, max = 5) int side,
            @ForAll @FloatRange(min = 0.01f, max = 20) float size,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] weights = numbers(random, 4 * COLOURS, size);
        float[] bias = numbers(random, 4, size);
        float[] image = numbers(random, COLOURS * side * side, 1);
        byte[] onnx = pointwise(side, weights, bias);
        float widest = 4 * size + 1;
        ActivationRange range = new ActivationRange(-widest, widest);

        float[] exact = run(onnx, side, image)[0];
        float[] whole = run(
                QuantizedGraph.of(onnx, ActivationRanges.of(Map.of("image", IMAGE, "sums", range))), side, image)[0];

        // Half a step of the result, of each weight (times a colour of 1 at most) and of each colour (times a weight);
        // the image's ends
        // lie half a step beyond what its range holds.
        float lost = 0.5f * range.scale() + COLOURS * (0.5f * size / 64 + IMAGE.scale() * size) + 1e-4f * size;
        assertThat(whole).containsExactly(exact, within(lost));
    }

    @Test
    void aClipIsTheRangeItself() {
        GraphProto.Builder graph = graph(1, new float[] {1, 0, 0}, new float[] {0});
        GraphWriter nodes = new GraphWriter(graph);
        nodes.floats("zero", List.of(), new float[] {0});
        nodes.floats("six", List.of(), new float[] {0.5f});
        nodes.node("Clip", "clipped", "sums", "zero", "six");
        byte[] onnx = model(graph, "clipped", 1);

        byte[] whole = QuantizedGraph.of(
                onnx, ActivationRanges.of(Map.of("image", IMAGE, "clipped", new ActivationRange(0, 0.5f))));

        assertThat(run(whole, 1, new float[] {0.9f, 0, 0})[0]).containsExactly(0.5f);
        assertThat(run(whole, 1, new float[] {-0.9f, 0, 0})[0]).containsExactly(0);
        assertThat(new GraphReader(whole).nodes())
                .noneMatch(node -> node.getOpType().equals("Clip"));
    }

    @Test
    void aChannelOfZerosGivesItsBias() {
        byte[] onnx = pointwise(1, new float[COLOURS], new float[] {0.75f});
        byte[] whole = QuantizedGraph.of(
                onnx, ActivationRanges.of(Map.of("image", IMAGE, "sums", new ActivationRange(0, 2.55f))));

        assertThat(run(whole, 1, new float[] {1, 1, 1})[0][0]).isEqualTo(0.75f, within(0.006f));
    }

    @Test
    void aValueThatNobodyMeasuredIsRefusedByName() {
        byte[] onnx = pointwise(1, new float[COLOURS], new float[] {0});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantizedGraph.of(onnx, ActivationRanges.of(Map.of())))
                .withMessage("nobody has measured the range of 'image'");
    }

    /** Outputs for each pixel: {@code sums}, flattened. */
    private static byte[] pointwise(int side, float[] weights, float[] bias) {
        return model(graph(side, weights, bias), "sums", bias.length * side * side);
    }

    private static GraphProto.Builder graph(int side, float[] weights, float[] bias) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
        GraphWriter nodes = new GraphWriter(graph);
        graph.addInput(GraphWriter.batch("image", COLOURS, side, side));
        nodes.floats("weights", List.of(bias.length, COLOURS, 1, 1), weights);
        nodes.floats("bias", List.of(bias.length), bias);
        nodes.node("Conv", "sums", "image", "weights", "bias");
        return graph;
    }

    private static byte[] model(GraphProto.Builder graph, String last, int dimension) {
        new GraphWriter(graph).node("Flatten", "features", last).addAttribute(GraphWriter.integer("axis", 1));
        graph.addOutput(GraphWriter.batch("features", dimension));
        return GraphWriter.model(graph, 17).build().toByteArray();
    }

    private static float[][] run(byte[] onnx, int side, float[] image) {
        try (ImageModel model = ImageModel.open(onnx, side, "small")) {
            return model.run(List.of(image));
        }
    }

    private static float[] numbers(Random random, int count, float size) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = size * (2 * random.nextFloat() - 1);
        }
        return numbers;
    }
}
