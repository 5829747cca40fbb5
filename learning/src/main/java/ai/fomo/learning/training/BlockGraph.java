package ai.fomo.learning.training;

import ai.fomo.learning.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** A block of convolutions in ONNX's terms: rows of channels x side x side numbers to rows of its outputs. */
public final class BlockGraph {
    static final String INPUT = "rows";
    static final String OUTPUT = "outputs";
    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 13;

    private BlockGraph() {}

    /** @param side of the squares that it takes */
    static byte[] model(LastBlock block, int side) {
        int channels = block.channels();
        GraphProto.Builder graph = GraphProto.newBuilder().setName("block");
        append(graph, INPUT, block.convolutions(), side, "", OUTPUT);
        graph.addInput(value(INPUT, channels * side * side));
        graph.addOutput(value(OUTPUT, block.outputs(channels * side * side)));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph)
                .build()
                .toByteArray();
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
        String value = prefix + "block.squares";
        graph.addNode(node("Reshape", value, rows, shape));
        for (int i = 0; i < convolutions.size(); i++) {
            LastBlock.Convolution convolution = convolutions.get(i);
            String name = prefix + "convolution." + i;
            String weight = tensor(graph, name + ".weight", convolution.weight());
            String bias = tensor(graph, name + ".bias", convolution.bias());
            graph.addNode(node("Conv", name, value, weight, bias).addAttribute(numbers("pads", 1, 1, 1, 1)));
            value = name + ".relu";
            graph.addNode(node("Relu", value, name));
        }
        String pooled = prefix + "block.pooled";
        graph.addNode(node("MaxPool", pooled, value)
                .addAttribute(numbers("kernel_shape", 2, 2))
                .addAttribute(numbers("strides", 2, 2)));
        graph.addNode(node("Flatten", outputs, pooled));
    }

    private static NodeProto.Builder node(String operation, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setName(output)
                .setOpType(operation)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static AttributeProto.Builder numbers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }

    private static String tensor(GraphProto.Builder graph, String name, Tensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        TensorProto.Builder proto = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes.array()));
        tensor.shape().forEach(proto::addDims);
        graph.addInitializer(proto);
        return name;
    }

    private static ValueInfoProto value(String name, int width) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(TensorShapeProto.newBuilder()
                                        .addDim(TensorShapeProto.Dimension.newBuilder()
                                                .setDimParam("batch"))
                                        .addDim(TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(width)))))
                .build();
    }
}
