package ai.fomo.learning.training;

import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.onnx.GraphWriter;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.TensorProto;

/** A block of convolutions in ONNX's terms: rows of channels x side x side numbers to rows of its outputs. */
public final class BlockGraph {
    static final String INPUT = "rows";
    static final String OUTPUT = "outputs";
    private static final int OPERATORS = 13;

    private BlockGraph() {}

    /** @param side of the squares that it takes */
    static byte[] model(LastBlock block, int side) {
        int channels = block.channels();
        GraphProto.Builder graph = GraphProto.newBuilder().setName("block");
        append(graph, INPUT, block.convolutions(), side, "", OUTPUT);
        graph.addInput(GraphWriter.batch(INPUT, channels * side * side));
        graph.addOutput(GraphWriter.batch(OUTPUT, block.outputs(channels * side * side)));
        return GraphWriter.model(graph, OPERATORS).build().toByteArray();
    }

    /**
     * Appends the block's nodes.
     *
     * @param rows name of the value to begin with, of shape [batch, channels x side x side]
     * @param prefix of the names that are added
     * @param outputs name that the last value gets, of shape [batch, numbers]
     */
    public static void append(
            GraphProto.Builder graph,
            String rows,
            List<LastBlock.Convolution> convolutions,
            int side,
            String prefix,
            String outputs) {
        String shape = prefix + "block.shape";
        graph.addInitializer(TensorProto.newBuilder()
                .setName(shape)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(4)
                .addInt64Data(-1)
                .addInt64Data(convolutions.get(0).inputs())
                .addInt64Data(side)
                .addInt64Data(side));
        GraphWriter nodes = new GraphWriter(graph);
        String value = prefix + "block.squares";
        nodes.node("Reshape", value, rows, shape);
        for (int i = 0; i < convolutions.size(); i++) {
            Tensor weight = convolutions.get(i).weight();
            Tensor bias = convolutions.get(i).bias();
            String name = prefix + "convolution." + i;
            nodes.floats(name + ".weight", weight.shape(), weight.values());
            nodes.floats(name + ".bias", bias.shape(), bias.values());
            nodes.node("Conv", name, value, name + ".weight", name + ".bias")
                    .addAttribute(GraphWriter.integers("pads", 1, 1, 1, 1));
            value = name + ".relu";
            nodes.node("Relu", value, name);
        }
        String pooled = prefix + "block.pooled";
        nodes.node("MaxPool", pooled, value)
                .addAttribute(GraphWriter.integers("kernel_shape", 2, 2))
                .addAttribute(GraphWriter.integers("strides", 2, 2));
        nodes.node("Flatten", outputs, pooled);
    }
}
