package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.onnx.GraphWriter;
import ai.fomo.learning.training.Device;
import java.util.List;
import java.util.Random;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small graphs: what is translated computes what ONNX Runtime computes, and everything else is refused. */
class Dl4jTranslationTest {
    private static final int CHANNELS = 4;

    private final Random random = new Random(1);
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
    private final GraphWriter nodes = new GraphWriter(graph);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # side | kernel | stride | before | after
                    8      | 3      | 1      | 1      | 1
                    8      | 3      | 1      | 0      | 0
                    8      | 1      | 1      | 0      | 0
                    8      | 3      | 2      | 0      | 1
                    8      | 3      | 2      | 1      | 1
                    9      | 3      | 2      | 1      | 1
                    9      | 3      | 2      | 0      | 0
                    8      | 5      | 2      | 1      | 2
                    7      | 5      | 2      | 2      | 2
                    10     | 4      | 3      | 1      | 2
                    """)
    void convolutionsWithTheirBordersAndStrides(int side, int kernel, int stride, int before, int after) {
        pads(convolution("all", "image", 3, CHANNELS, kernel), before, after)
                .addAttribute(GraphWriter.integers("strides", stride, stride));
        pads(depthwise("each", "all", kernel), (kernel - 1) / 2, (kernel - 1) / 2);

        same(side, "each");
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 2, 0, 1", "8, 5, 2, 1, 2", "9, 3, 2, 1, 1", "9, 3, 1, 1, 1"})
    void convolutionsOfEachChannelAlone(int side, int kernel, int stride, int before, int after) {
        convolution("all", "image", 3, CHANNELS, 1);
        pads(depthwise("each", "all", kernel), before, after)
                .addAttribute(GraphWriter.integers("strides", stride, stride));

        same(side, "each");
    }

    @Test
    void rectifiersSumsAndMaxima() {
        convolution("first", "image", 3, CHANNELS, 1);
        nodes.node("Relu", "first.relu", "first");
        convolution("second", "first.relu", CHANNELS, CHANNELS, 1);
        clip("second.relu6", "second", 0, 6);
        nodes.node("Add", "sum", "second.relu6", "first.relu");
        nodes.node("MaxPool", "maxima", "sum")
                .addAttribute(GraphWriter.integers("kernel_shape", 2, 2))
                .addAttribute(GraphWriter.integers("strides", 2, 2));

        same(9, "maxima");
    }

    @Test
    void averagesOfChannels() {
        convolution("first", "image", 3, CHANNELS, 1);
        nodes.node("GlobalAveragePool", "averages", "first");

        same(8, "averages");
    }

    @Test
    void aRectifierLeavesAloneWhatAnotherNodeGoesOnFrom() {
        convolution("first", "image", 3, CHANNELS, 1);
        nodes.node("Relu", "first.relu", "first");
        nodes.node("Add", "sum", "first.relu", "first");

        refused("sum", "node 'first.relu' (Relu) is not a ReLU or ReLU6 right behind a convolution");
    }

    @Test
    void anOperatorThatIsNotKnownIsRefusedInASentence() {
        nodes.node("Sigmoid", "squashed", "image");

        assertThatThrownBy(() -> Dl4jTranslation.of("small@dl4j", model(8, "squashed")))
                .isInstanceOf(UnfitRuntimeException.class)
                .hasMessage("Deeplearning4j cannot compute encoder small@dl4j: node 'squashed' (Sigmoid) is an operator"
                        + " that is not known; name small instead, which ONNX Runtime computes");
    }

    @Test
    void bordersThatDl4jDoesNotHaveAreRefused() {
        pads(convolution("first", "image", 3, CHANNELS, 3), 2, 0);

        refused("first", "node 'first' (Conv) has a border, a dilation or a rounding that is not known");
    }

    @Test
    void dilationsAreRefused() {
        convolution("first", "image", 3, CHANNELS, 3).addAttribute(GraphWriter.integers("dilations", 2, 2));

        refused("first", "node 'first' (Conv) has a border, a dilation or a rounding that is not known");
    }

    @Test
    void groupsOfSeveralChannelsAreRefused() {
        convolution("first", "image", 3, CHANNELS, 1);
        convolution("second", "first", CHANNELS / 2, CHANNELS, 1).addAttribute(GraphWriter.integer("group", 2));

        refused("second", "node 'second' (Conv) groups its channels in a way that is not known");
    }

    @Test
    void anotherCeilingThanSixIsRefused() {
        convolution("first", "image", 3, CHANNELS, 1);
        clip("first.clipped", "first", 0, 1);

        refused("first.clipped", "node 'first.clipped' (Clip) is not a ReLU or ReLU6 right behind a convolution");
    }

    @Test
    void aSumWithAConstantIsRefused() {
        nodes.floats("one", List.of(1), new float[] {1});
        nodes.node("Add", "more", "image", "one");

        refused("more", "node 'more' (Add) takes something else than what another node gives");
    }

    private void refused(String output, String sentence) {
        assertThatThrownBy(() -> Dl4jTranslation.of("small@dl4j", model(8, output)))
                .isInstanceOf(UnfitRuntimeException.class)
                .hasMessageContaining(sentence);
    }

    private void same(int side, String output) {
        byte[] model = model(side, output);
        List<float[]> images = List.of(numbers(3 * side * side), numbers(3 * side * side));
        float[][] expected;
        try (ImageModel onnx = ImageModel.open(model, side, "small")) {
            expected = onnx.run(images);
        }

        try (Network dl4j = Dl4jNetwork.open("small@dl4j", side, model, Device.CPU)) {
            float[][] features = dl4j.run(images);
            for (int image = 0; image < expected.length; image++) {
                assertThat(features[image]).containsExactly(expected[image], within(1e-4f));
            }
        }
    }

    private byte[] model(int side, String output) {
        nodes.node("Flatten", "features", output).addAttribute(GraphWriter.integer("axis", 1));
        graph.addInput(GraphWriter.batch("image", 3, side, side));
        graph.addOutput(GraphWriter.batch("features", 0));
        graph.getOutputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(1)
                .setDimParam("numbers");
        return GraphWriter.model(graph, 17).build().toByteArray();
    }

    private NodeProto.Builder convolution(String name, String input, int inputs, int outputs, int kernel) {
        String weight = nodes.floats(
                name + ".weight",
                List.of(outputs, inputs, kernel, kernel),
                numbers(outputs * inputs * kernel * kernel));
        String bias = nodes.floats(name + ".bias", List.of(outputs), numbers(outputs));
        return nodes.node("Conv", name, input, weight, bias)
                .addAttribute(GraphWriter.integers("kernel_shape", kernel, kernel));
    }

    private NodeProto.Builder depthwise(String name, String input, int kernel) {
        return convolution(name, input, 1, CHANNELS, kernel).addAttribute(GraphWriter.integer("group", CHANNELS));
    }

    private static NodeProto.Builder pads(NodeProto.Builder node, int before, int after) {
        return node.addAttribute(GraphWriter.integers("pads", before, before, after, after));
    }

    private void clip(String name, String input, float least, float most) {
        String minimum = nodes.floats(name + ".least", List.of(), new float[] {least});
        String maximum = nodes.floats(name + ".most", List.of(), new float[] {most});
        nodes.node("Clip", name, input, minimum, maximum);
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }
}
