package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.onnx.GraphWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final int COLOURS = 3;
    private static final ActivationRanges RANGES =
            ActivationRanges.of(Map.of("image", new ActivationRange(-0.9f, 1.1f), "sums", new ActivationRange(-2, 3)));

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final GraphWriter nodes = new GraphWriter(graph);

    /** Whatever the convolution: bit for bit, since sums are whole and the same. */
    @Property(tries = 150)
    void aGraphOnPatchesGivesTheNumbersOfTheOneOnFloats(
            @ForAll @IntRange(min = 4, max = 12) int side,
            @ForAll @IntRange(min = 1, max = 4) int height,
            @ForAll @IntRange(min = 1, max = 4) int width,
            @ForAll @IntRange(min = 1, max = 40) int outputs,
            @ForAll long seed) {
        Random random = new Random(seed);
        long[] pads = random.ints(4, 0, 3).asLongStream().toArray();
        long[] strides = random.ints(2, 1, 4).asLongStream().toArray();
        convolution(random, COLOURS, outputs, height, width)
                .addAttribute(GraphWriter.integers("pads", pads))
                .addAttribute(GraphWriter.integers("strides", strides));
        byte[] onnx = model(side);
        Patches patches = Patches.of(onnx, RANGES).orElseThrow();
        List<float[]> images = List.of(image(random, side), image(random, side), image(random, side));

        try (ImageModel floats = ImageModel.open(QuantizedGraph.of(onnx, RANGES), side, "small");
                ImageModel bytes =
                        ImageModel.openOnPatches(QuantizedGraph.onPatches(onnx, RANGES, patches), patches, "small")) {
            List<float[]> packed = LaidOut.as(bytes.layout(), images, side);
            float[][] features = bytes.run(packed);

            assertThat(features).isDeepEqualTo(floats.run(images));
            assertThat(features[0]).hasSize(outputs * patches.rows() * patches.columns());
            // In memory that is kept from the call before, and of fewer images.
            assertThat(bytes.run(packed.subList(2, 3))[0]).isEqualTo(features[2]);
        }
    }

    @Test
    void weightsGoWhereTheirPixelsAre() {
        convolution(new Random(1), COLOURS, 2, 2, 1);
        Patches patches = Patches.of(model(5), RANGES).orElseThrow();
        float[] kernels = {1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6};

        Tensor weights = patches.weights(new Tensor(List.of(2, COLOURS, 2, 1), kernels));

        assertThat(weights.shape()).containsExactly(2, 8, 1, 1);
        assertThat(weights.values()).containsExactly(1, 3, 5, 2, 4, 6, 0, 0, -1, -3, -5, -2, -4, -6, 0, 0);
    }

    @Test
    void thereAreNoneOfAnythingButOneConvolutionOfColours() {
        Random random = new Random(1);

        nodes.node("Relu", "sums", "image");
        assertThat(patches()).isEmpty();

        convolution(random, 1, COLOURS, 3, 3).addAttribute(GraphWriter.integer("group", COLOURS));
        assertThat(patches()).isEmpty();

        convolution(random, COLOURS, 4, 3, 3).addAttribute(GraphWriter.integers("dilations", 2, 2));
        assertThat(patches()).isEmpty();

        convolution(random, COLOURS, COLOURS, 1, 1);
        assertThat(patches()).isPresent();
        nodes.node("Add", "more", "sums", "image");
        assertThat(patches()).isEmpty();
    }

    private Optional<Patches> patches() {
        return Patches.of(model(6), RANGES);
    }

    /** The only node so far, over the image: {@code sums}. */
    private NodeProto.Builder convolution(Random random, int inputs, int outputs, int height, int width) {
        graph.clear();
        nodes.floats(
                "weights", List.of(outputs, inputs, height, width), numbers(random, outputs * inputs * height * width));
        nodes.floats("bias", List.of(outputs), numbers(random, outputs));
        NodeProto.Builder node = nodes.node("Conv", "sums", "image", "weights", "bias");
        node.addAttribute(GraphWriter.integers("kernel_shape", height, width));
        return node;
    }

    private byte[] model(int side) {
        GraphProto.Builder whole = graph.clone().setName("small").addInput(GraphWriter.batch("image", 3, side, side));
        new GraphWriter(whole).node("Flatten", "features", "sums").addAttribute(GraphWriter.integer("axis", 1));
        whole.addOutput(GraphWriter.batch("features", 0));
        whole.getOutputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(1)
                .setDimParam("numbers");
        return GraphWriter.model(whole, 17).build().toByteArray();
    }

    /** Some beyond the range, and some half between two steps. */
    private static float[] image(Random random, int side) {
        float[] image = numbers(random, COLOURS * side * side);
        float scale = RANGES.of("image").scale();
        for (int i = 0; i < image.length; i += 3) {
            image[i] = (random.nextInt(-140, 140) + 0.5f) * scale;
        }
        return image;
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 2.6f * random.nextFloat() - 1.3f;
        }
        return numbers;
    }
}
