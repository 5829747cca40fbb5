package ai.fomo.learning.feature;

import ai.fomo.learning.model.TensorFile;
import ai.fomo.learning.onnx.GraphWriter;
import ai.fomo.learning.weights.Convolution;
import java.util.List;
import onnx.Onnx.GraphProto;

/** A chain of convolutions and maxima as ONNX, whose numbers are not copied before they are written. */
final class ConvolutionNodes {
    private static final String IMAGE = "image";
    private static final String FEATURES = "features";
    private static final int COLOURS = 3;
    private static final int OPERATORS = 17;

    private final TensorFile weights;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final GraphWriter nodes = new GraphWriter(graph);
    private String value = IMAGE;

    ConvolutionNodes(TensorFile weights, int side) {
        this.weights = weights;
        graph.addInput(GraphWriter.batch(IMAGE, COLOURS, side, side));
    }

    /** With a border of zeros, and a rectifier after it. */
    void convolution(Convolution convolution) {
        String weight = array(convolution.weight(), convolution.kernel());
        String bias = array(convolution.bias(), List.of(convolution.outputs()));
        nodes.node("Conv", convolution.name(), value, weight, bias)
                .addAttribute(GraphWriter.integers("kernel_shape", Convolution.EXTENT, Convolution.EXTENT))
                .addAttribute(GraphWriter.integers("pads", 1, 1, 1, 1));
        value = convolution.name() + ".relu";
        nodes.node("Relu", value, convolution.name());
    }

    /** Of every 2 x 2. */
    void maximum(String name) {
        nodes.node("MaxPool", name, value)
                .addAttribute(GraphWriter.integers("kernel_shape", 2, 2))
                .addAttribute(GraphWriter.integers("strides", 2, 2));
        value = name;
    }

    /** The whole model, with a vector for each image as its output. */
    byte[] flattened(String name, int dimension) {
        nodes.node("Flatten", FEATURES, value).addAttribute(GraphWriter.integer("axis", 1));
        graph.setName(name).addOutput(GraphWriter.batch(FEATURES, dimension));
        return GraphWriter.model(graph, OPERATORS)
                .setProducerName("fomo")
                .build()
                .toByteArray();
    }

    private String array(String name, List<Integer> shape) {
        return nodes.floats(name, shape, weights.values(name, shape));
    }
}
