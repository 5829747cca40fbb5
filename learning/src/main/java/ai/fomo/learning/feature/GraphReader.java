package ai.fomo.learning.feature;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/** An ONNX graph of one input and one output, for whoever computes it otherwise than ONNX Runtime does. */
final class GraphReader {
    private final GraphProto graph;
    private final Map<String, TensorProto> arrays = new HashMap<>();
    private final List<NodeProto> nodes = new ArrayList<>();

    /**
     * @param onnx not to be changed
     * @throws NotAModelFileException if the bytes are no such graph
     */
    GraphReader(byte[] onnx) {
        try {
            // Its arrays are not copied.
            CodedInputStream input = UnsafeByteOperations.unsafeWrap(onnx).newCodedInput();
            input.enableAliasing(true);
            this.graph = ModelProto.parseFrom(input).getGraph();
        } catch (IOException e) {
            throw new NotAModelFileException("it is not ONNX: " + e.getMessage());
        }
        if (graph.getInputCount() != 1 || graph.getOutputCount() != 1) {
            throw new NotAModelFileException("its graph has " + graph.getInputCount() + " inputs and "
                    + graph.getOutputCount() + " outputs, and not one of each");
        }
        graph.getInitializerList().forEach(array -> arrays.put(array.getName(), array));
        graph.getNodeList().forEach(this::add);
    }

    /** Weights that are kept as float16 lie behind a cast: the numbers that it gives are an array like any other. */
    private void add(NodeProto node) {
        TensorProto cast = isCastToFloat(node) ? arrays.get(node.getInput(0)) : null;
        if (cast == null) {
            nodes.add(node);
        } else {
            arrays.put(node.getOutput(0), cast);
        }
    }

    private static boolean isCastToFloat(NodeProto node) {
        return node.getOpType().equals("Cast")
                && node.getAttributeList().stream()
                        .anyMatch(
                                to -> to.getName().equals("to") && to.getI() == TensorProto.DataType.FLOAT.getNumber());
    }

    String input() {
        return graph.getInput(0).getName();
    }

    /** What there is of each image. */
    List<Integer> inputShape() {
        TensorShapeProto shape = graph.getInput(0).getType().getTensorType().getShape();
        return shape.getDimList().stream()
                .skip(1)
                .map(extent -> Math.toIntExact(extent.getDimValue()))
                .toList();
    }

    String output() {
        return graph.getOutput(0).getName();
    }

    /** Its output's name, type and shape. */
    ValueInfoProto outputInfo() {
        return graph.getOutput(0);
    }

    /** Those that depend on the input, in an order in which they can be computed. */
    List<NodeProto> nodes() {
        return List.copyOf(nodes);
    }

    boolean isArray(String value) {
        return arrays.containsKey(value);
    }

    /** @throws NotAModelFileException if there is no such array */
    List<Integer> shape(String name) {
        return written(name).getDimsList().stream().map(Math::toIntExact).toList();
    }

    /** @throws NotAModelFileException if there is no such array, or it is not of floats */
    Tensor array(String name) {
        return new Tensor(shape(name), values(written(name)));
    }

    private TensorProto written(String name) {
        TensorProto array = arrays.get(name);
        if (array == null) {
            throw new NotAModelFileException("there is no array '" + name + "' in it");
        }
        return array;
    }

    private static float[] values(TensorProto array) {
        var bytes = array.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        TensorProto.DataType type = TensorProto.DataType.forNumber(array.getDataType());
        if (type == TensorProto.DataType.FLOAT) {
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        }
        if (type == TensorProto.DataType.FLOAT16) {
            float[] values = new float[bytes.remaining() / Short.BYTES];
            short[] halves = new short[values.length];
            bytes.asShortBuffer().get(halves);
            HalfFloat.toFloats(halves, values, 0);
            return values;
        }
        throw new NotAModelFileException("array '" + array.getName() + "' is of type " + type + ", and not of floats");
    }
}
