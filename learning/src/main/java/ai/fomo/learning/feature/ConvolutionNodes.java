package ai.fomo.learning.feature;

import ai.fomo.learning.model.TensorFile;
import ai.fomo.learning.weights.Convolution;
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

/** A chain of convolutions and maxima as ONNX, whose numbers are not copied before they are written. */
final class ConvolutionNodes {
    private static final String IMAGE = "image";
    private static final String FEATURES = "features";
    private static final int COLOURS = 3;

    private final TensorFile weights;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private String value = IMAGE;

    ConvolutionNodes(TensorFile weights, int side) {
        this.weights = weights;
        graph.addInput(images(IMAGE, COLOURS, side, side));
    }

    /** With a border of zeros, and a rectifier after it. */
    void convolution(Convolution convolution) {
        add("Conv", convolution.name())
                .addInput(array(convolution.weight(), convolution.kernel()))
                .addInput(array(convolution.bias(), List.of(convolution.outputs())))
                .addAttribute(numbers("kernel_shape", Convolution.EXTENT, Convolution.EXTENT))
                .addAttribute(numbers("pads", 1, 1, 1, 1));
        add("Relu", convolution.name() + ".relu");
    }

    /** Of every 2 x 2. */
    void maximum(String name) {
        add("MaxPool", name).addAttribute(numbers("kernel_shape", 2, 2)).addAttribute(numbers("strides", 2, 2));
    }

    /** The whole model, with a vector for each image as its output. */
    byte[] flattened(String name, int dimension) {
        graph.addNode(NodeProto.newBuilder()
                .setName(FEATURES)
                .setOpType("Flatten")
                .addInput(value)
                .addOutput(FEATURES)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setProducerName("fomo")
                .setGraph(graph.setName(name).addOutput(images(FEATURES, dimension)))
                .build()
                .toByteArray();
    }

    private NodeProto.Builder add(String operation, String name) {
        NodeProto.Builder node = graph.addNodeBuilder()
                .setName(name)
                .setOpType(operation)
                .addInput(value)
                .addOutput(name);
        value = name;
        return node;
    }

    private String array(String name, List<Integer> shape) {
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(UnsafeByteOperations.unsafeWrap(weights.values(name, shape)));
        shape.forEach(tensor::addDims);
        return name;
    }

    private static AttributeProto.Builder numbers(String name, long... numbers) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long number : numbers) {
            attribute.addInts(number);
        }
        return attribute;
    }

    /** Any number of images, and what there is of each. */
    private static ValueInfoProto images(String name, int... extents) {
        ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
        TensorShapeProto.Builder shape = value.getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .getShapeBuilder();
        shape.addDimBuilder().setDimParam("batch");
        for (int extent : extents) {
            shape.addDimBuilder().setDimValue(extent);
        }
        return value.build();
    }
}
