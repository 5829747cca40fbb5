package ai.fomo.learning.onnx;

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
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/** Adds nodes and arrays to an ONNX graph. */
public final class GraphWriter {
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph;

    public GraphWriter(GraphProto.Builder graph) {
        this.graph = graph;
    }

    /** A node that goes by the name of the one value that it gives. */
    public NodeProto.Builder node(String operator, String value, String... inputs) {
        return graph.addNodeBuilder()
                .setName(value)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(value);
    }

    /** @return the array's name */
    public String floats(String name, List<Integer> shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return floats(name, shape, bytes);
    }

    /**
     * @param values little-endian, from the buffer's position on; not copied, so not to be changed
     * @return the array's name
     */
    public String floats(String name, List<Integer> shape, ByteBuffer values) {
        return array(name, TensorProto.DataType.FLOAT, shape, values);
    }

    /**
     * @param values little-endian, from the buffer's position on; not copied, so not to be changed
     * @return the array's name
     */
    public String array(String name, TensorProto.DataType type, List<Integer> shape, ByteBuffer values) {
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(UnsafeByteOperations.unsafeWrap(values));
        shape.forEach(tensor::addDims);
        return name;
    }

    /** @return the array's name */
    public String longs(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return array(name, TensorProto.DataType.INT64, List.of(values.length), bytes);
    }

    /**
     * An array of floats in a file beside the model's.
     *
     * @param file its name, in the same directory
     */
    public void beside(String name, String file, long offset, long... shape) {
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        tensor.addExternalDataBuilder().setKey("location").setValue(file);
        tensor.addExternalDataBuilder().setKey("offset").setValue(Long.toString(offset));
        long bytes = Float.BYTES;
        for (long extent : shape) {
            tensor.addDims(extent);
            bytes *= extent;
        }
        tensor.addExternalDataBuilder().setKey("length").setValue(Long.toString(bytes));
    }

    public static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value);
    }

    public static AttributeProto.Builder integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }

    /** Floats of any number of images, and what there is of each. */
    public static ValueInfoProto batch(String name, int... extents) {
        return batch(name, TensorProto.DataType.FLOAT, extents);
    }

    /** Of any number of images, and what there is of each. */
    public static ValueInfoProto batch(String name, TensorProto.DataType type, int... extents) {
        ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
        TensorShapeProto.Builder shape = value.getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(type.getNumber())
                .getShapeBuilder();
        shape.addDimBuilder().setDimParam("batch");
        for (int extent : extents) {
            shape.addDimBuilder().setDimValue(extent);
        }
        return value.build();
    }

    /** @param operators version of ONNX's operators that the graph is of */
    public static ModelProto.Builder model(GraphProto.Builder graph, int operators) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operators))
                .setGraph(graph);
    }
}
