package ai.fomo.learning.export;

import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.learning.onnx.GraphWriter;
import ai.fomo.learning.training.BlockGraph;
import ai.fomo.learning.training.Head;
import ai.fomo.learning.training.LastBlock;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;

/** Appends nodes that go from features to calibrated probabilities; each takes what the one before gives. */
final class HeadNodes {
    /** No name of an encoder's begins so. */
    private static final String PREFIX = "fomo.";

    private final GraphProto.Builder graph;
    private final GraphWriter nodes;
    private String value;

    private HeadNodes(GraphProto.Builder graph, String features) {
        this.graph = graph;
        this.nodes = new GraphWriter(graph);
        this.value = features;
    }

    /**
     * @param features name of the value to begin with, of shape [batch, dimension]
     * @param probabilities name that the last value gets, of shape [batch, classes]
     */
    static void append(
            GraphProto.Builder graph, String features, Head head, Calibration calibration, String probabilities) {
        HeadNodes nodes = new HeadNodes(graph, features);
        // As features are kept: the head has never seen more digits.
        nodes.cast("half", TensorProto.DataType.FLOAT16);
        nodes.cast("single", TensorProto.DataType.FLOAT);
        nodes.vector("centred", "Sub", "mean", head.mean());
        nodes.vector("standardised", "Div", "deviation", head.deviation());
        nodes.block(head);
        List<Head.Layer> layers = head.layers();
        for (int i = 0; i < layers.size(); i++) {
            nodes.dense("layer." + i, layers.get(i));
            if (i < layers.size() - 1) {
                nodes.add("layer." + i + ".relu", "Relu");
            }
        }
        nodes.vector("scaled", "Mul", "calibration.slopes", floats(calibration.slopes()));
        nodes.vector("calibrated", "Add", "calibration.intercepts", floats(calibration.intercepts()));
        nodes.last(probabilities);
    }

    private void cast(String name, TensorProto.DataType type) {
        add(name, "Cast").addAttribute(GraphWriter.integer("to", type.getNumber()));
    }

    /** An operation with an array for every row. */
    private void vector(String name, String operation, String array, float[] values) {
        NodeProto.Builder node = add(name, operation);
        node.addInput(tensor(array, values, values.length));
    }

    /** Where the head has one. */
    private void block(Head head) {
        if (!head.convolutions().isEmpty()) {
            int side = new LastBlock(head.convolutions()).side(head.features());
            BlockGraph.append(graph, value, head.convolutions(), side, PREFIX, PREFIX + "block");
            value = PREFIX + "block";
            vector("block.scaled", "Mul", "block.scale", new float[] {head.blockScale()});
        }
    }

    private void dense(String name, Head.Layer layer) {
        NodeProto.Builder node = add(name, "Gemm");
        node.addInput(tensor(name + ".weight", layer.weights(), layer.inputs(), layer.outputs()));
        node.addInput(tensor(name + ".bias", layer.bias(), layer.outputs()));
    }

    private void last(String name) {
        nodes.node("Sigmoid", name, value).setName(PREFIX + name);
    }

    private NodeProto.Builder add(String name, String operation) {
        NodeProto.Builder node = nodes.node(operation, PREFIX + name, value);
        value = PREFIX + name;
        return node;
    }

    private String tensor(String name, float[] values, Integer... shape) {
        return nodes.floats(PREFIX + name + ".values", List.of(shape), values);
    }

    private static float[] floats(List<Double> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }
}
