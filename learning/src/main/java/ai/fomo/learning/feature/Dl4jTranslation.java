package ai.fomo.learning.feature;

import ai.fomo.learning.model.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.NodeProto;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * An encoder's ONNX graph as a network of DL4J's with the same numbers. It knows the operators that encoders are made of:
 * what it does not know, it refuses, rather than to compute something else.
 */
final class Dl4jTranslation {
    private static final float SIX = 6;

    private final String encoder;
    private final GraphReader onnx;
    private final GraphBuilder network;
    private final Map<String, Planes> values = new HashMap<>();
    /** Values that have become one number for each channel already, which is what flattening would make of them. */
    private final Set<String> flat = new HashSet<>();
    /** What convolutions have done already. */
    private final Map<String, String> activated = new HashMap<>();

    private final List<Weights> weights = new ArrayList<>();

    private record Weights(String layer, String kernel, String bias, boolean depthwise) {}

    private Dl4jTranslation(String encoder, byte[] file) {
        this.encoder = encoder;
        this.onnx = new GraphReader(file);
        this.network = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                // Whatever they are drawn from, they are overwritten.
                .weightInit(WeightInit.ZERO)
                .updater(new NoOp())
                .graphBuilder();
    }

    /**
     * After {@code Backend.start}: DL4J decides for every layer that it makes what runs it.
     *
     * @throws UnfitRuntimeException where the graph has something that is not known
     */
    static ComputationGraph of(String encoder, byte[] onnx) {
        return new Dl4jTranslation(encoder, onnx).network();
    }

    private ComputationGraph network() {
        List<Integer> shape = onnx.inputShape();
        network.addInputs(onnx.input());
        values.put(onnx.input(), new Planes(onnx.input(), shape.get(0), shape.get(1), shape.get(2)));
        onnx.nodes().forEach(this::add);
        Planes features = values.get(onnx.output());
        if (features == null) {
            throw new UnfitRuntimeException(encoder, "no node gives '" + onnx.output() + "'");
        }
        network.setOutputs(features.vertex()).validateOutputLayerConfig(false);
        ComputationGraph graph = new ComputationGraph(network.build());
        graph.init();
        weights.forEach(layer -> assign(graph, layer));
        return graph;
    }

    private void add(NodeProto node) {
        switch (node.getOpType()) {
            case "Conv" -> convolution(node);
            case "Relu", "Clip" -> activation(node);
            case "Add" -> sum(node);
            case "MaxPool" -> maximum(node);
            case "GlobalAveragePool" -> average(node);
            case "Flatten" -> flattening(node);
            default -> throw refused(node, "is an operator that is not known");
        }
    }

    private void convolution(NodeProto node) {
        Planes input = input(node, 0);
        Window window = window(node, input);
        if (node.getInputCount() != 3) {
            throw refused(node, "has no bias");
        }
        Weights arrays = new Weights(node.getOutput(0), node.getInput(1), node.getInput(2), group(node) > 1);
        List<Integer> kernel = onnx.array(arrays.kernel()).shape();
        int channels = kernel.get(0);
        boolean fits = arrays.depthwise()
                ? group(node) == input.channels() && channels == input.channels()
                : kernel.get(1) == input.channels();
        if (!fits) {
            throw refused(node, "groups its channels in a way that is not known");
        }
        ConvolutionLayer.BaseConvBuilder<?> layer = arrays.depthwise()
                ? new DepthwiseConvolution2D.Builder().depthMultiplier(1)
                : new ConvolutionLayer.Builder();
        layer.nIn(input.channels()).nOut(channels).activation(activationOf(node));
        layer.kernelSize(window.kernel()).stride(window.strides()).convolutionMode(window.mode());
        if (window.isSymmetric()) {
            layer.padding(window.before());
        }
        weights.add(arrays);
        layer(node, layer.build(), window.over(arrays.layer(), input, channels));
    }

    /** Where a convolution's outputs go nowhere else, it does it itself, on the spot. */
    private Activation activationOf(NodeProto convolution) {
        String value = convolution.getOutput(0);
        List<NodeProto> users = onnx.nodes().stream()
                .filter(node -> node.getInputList().contains(value))
                .toList();
        if (users.size() != 1 || value.equals(onnx.output())) {
            return Activation.IDENTITY;
        }
        NodeProto user = users.get(0);
        Activation activation = switch (user.getOpType()) {
            case "Relu" -> Activation.RELU;
            case "Clip" -> isReLU6(user) ? Activation.RELU6 : Activation.IDENTITY;
            default -> Activation.IDENTITY;
        };
        if (activation != Activation.IDENTITY) {
            activated.put(user.getOutput(0), value);
        }
        return activation;
    }

    private boolean isReLU6(NodeProto node) {
        return node.getInputCount() == 3 && isNumber(node.getInput(1), 0) && isNumber(node.getInput(2), SIX);
    }

    private boolean isNumber(String value, float number) {
        if (!onnx.isArray(value)) {
            return false;
        }
        float[] numbers = onnx.array(value).values();
        return numbers.length == 1 && numbers[0] == number;
    }

    private void activation(NodeProto node) {
        String convolution = activated.get(node.getOutput(0));
        if (convolution == null) {
            throw refused(node, "is not a ReLU or ReLU6 right behind a convolution");
        }
        values.put(node.getOutput(0), values.get(convolution));
    }

    private void sum(NodeProto node) {
        Planes one = input(node, 0);
        Planes other = input(node, 1);
        if (!one.sameSizeAs(other)) {
            throw refused(node, "adds values of different sizes");
        }
        String name = node.getOutput(0);
        network.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), one.vertex(), other.vertex());
        values.put(name, new Planes(name, one.channels(), one.height(), one.width()));
    }

    private void maximum(NodeProto node) {
        Planes input = input(node, 0);
        Window window = window(node, input);
        if (!window.isSymmetric() || window.before()[0] != 0 || window.before()[1] != 0) {
            throw refused(node, "has a border");
        }
        Layer layer = new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(window.kernel())
                .stride(window.strides())
                .build();
        layer(node, layer, window.over(node.getOutput(0), input, input.channels()));
    }

    private void average(NodeProto node) {
        Planes input = input(node, 0);
        layer(node, new GlobalPoolingLayer(PoolingType.AVG), new Planes(node.getOutput(0), input.channels(), 1, 1));
        flat.add(node.getOutput(0));
    }

    private void flattening(NodeProto node) {
        Planes input = value(node, 0);
        boolean byImage = node.getAttributeList().stream()
                .allMatch(attribute -> attribute.getName().equals("axis") && attribute.getI() == 1);
        if (!byImage) {
            throw refused(node, "flattens more than one image at once");
        }
        String name = node.getOutput(0);
        if (flat.contains(node.getInput(0))) {
            values.put(name, input);
        } else {
            CnnToFeedForwardPreProcessor rows =
                    new CnnToFeedForwardPreProcessor(input.height(), input.width(), input.channels());
            network.addVertex(name, new PreprocessorVertex(rows), input.vertex());
            values.put(name, new Planes(name, input.channels() * input.height() * input.width(), 1, 1));
        }
        flat.add(name);
    }

    private void layer(NodeProto node, Layer layer, Planes output) {
        network.addLayer(output.vertex(), layer, input(node, 0).vertex());
        values.put(node.getOutput(0), output);
    }

    /** Of squares, not of rows. */
    private Planes input(NodeProto node, int number) {
        if (flat.contains(node.getInput(number))) {
            throw refused(node, "goes on from a vector");
        }
        return value(node, number);
    }

    private Planes value(NodeProto node, int number) {
        Planes value = values.get(node.getInput(number));
        if (value == null) {
            throw refused(node, "takes something else than what another node gives");
        }
        return value;
    }

    private Window window(NodeProto node, Planes input) {
        return Window.of(node)
                .filter(window -> window.isKnownToDl4j(input))
                .orElseThrow(() -> refused(node, "has a border, a dilation or a rounding that is not known"));
    }

    private static int group(NodeProto node) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals("group"))
                .mapToInt(attribute -> Math.toIntExact(attribute.getI()))
                .findFirst()
                .orElse(1);
    }

    private UnfitRuntimeException refused(NodeProto node, String reason) {
        return new UnfitRuntimeException(encoder, "node '" + node.getName() + "' (" + node.getOpType() + ") " + reason);
    }

    /** ONNX's kernels are O x I x H x W and so are DL4J's, but H x W x I x 1 where each channel is convolved alone. */
    private void assign(ComputationGraph graph, Weights layer) {
        org.deeplearning4j.nn.api.Layer target = graph.getLayer(layer.layer());
        Tensor bias = onnx.array(layer.bias());
        try (INDArray kernels = array(onnx.array(layer.kernel()));
                INDArray biases = array(new Tensor(List.of(1, bias.values().length), bias.values()))) {
            target.getParam("W").assign(layer.depthwise() ? kernels.permute(2, 3, 0, 1) : kernels);
            target.getParam("b").assign(biases);
        }
    }

    private static INDArray array(Tensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
        return Nd4j.create(tensor.values(), shape, 'c');
    }
}
