package ai.fomo.learning.feature;

import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.onnx.GraphWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;

/**
 * An encoder's graph with its large convolutions as Winograd's minimal filtering: what ONNX Runtime computes the same with in less time. A
 * convolution of 3 x 3 with a rectifier behind it is written anew, with the maximum of every 2 x 2 where that is next; all else is copied.
 */
final class WinogradGraph {
    private static final int OPERATORS = 17;

    /** Below these the transforms cost more than the products that they save. */
    private static final int FEWEST_INPUTS = 64;

    private static final int FEWEST_OUTPUTS = 128;

    private final GraphReader source;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final GraphWriter nodes = new GraphWriter(graph);
    private final WinogradNodes winograd;

    /** Values whose extents are known. */
    private final Map<String, Planes> planes = new HashMap<>();

    private final Map<String, ValueRows> rows = new HashMap<>();

    /** Values of nodes that a convolution before has taken over. */
    private final Set<String> done = new HashSet<>();

    /** Arrays, and values of convolutions as others have them. */
    private final Set<String> written = new HashSet<>();

    private WinogradGraph(GraphReader source, ArrayFile filters) {
        this.source = source;
        this.winograd = new WinogradNodes(nodes, filters);
    }

    /**
     * @param onnx whose arrays are floats
     * @param filters beside which the result is to lie
     */
    static byte[] of(byte[] onnx, ArrayFile filters) {
        return new WinogradGraph(new GraphReader(onnx), filters).write();
    }

    private byte[] write() {
        String input = source.input();
        List<Integer> shape = source.inputShape();
        planes.put(input, new Planes(input, shape.get(0), shape.get(1), shape.get(2)));
        graph.setName("winograd")
                .addInput(GraphWriter.batch(
                        input, shape.stream().mapToInt(Integer::intValue).toArray()));
        for (NodeProto node : source.nodes()) {
            if (!done.contains(node.getOutput(0)) && !rewritten(node)) {
                copy(node);
            }
        }
        require(source.output());
        graph.addOutput(source.outputInfo());
        return GraphWriter.model(graph, OPERATORS)
                .setProducerName("fomo")
                .build()
                .toByteArray();
    }

    private boolean rewritten(NodeProto node) {
        Optional<NodeProto> rectifier = only(node, "Relu");
        Planes input = planes.get(node.getInput(0));
        if (rectifier.isEmpty() || input == null || !pays(node, input)) {
            return false;
        }
        Planes convolved = outputs(node, input).orElseThrow();
        Optional<NodeProto> maximum = only(rectifier.get(), "MaxPool").filter(next -> isSquare(next, 2, 2, 0));
        Planes result = maximum.isPresent()
                ? outputs(maximum.get(), convolved).orElseThrow()
                : outputs(rectifier.get(), convolved).orElseThrow();
        ValueRows from = rows.computeIfAbsent(node.getInput(0), value -> winograd.enter(input));
        Tensor kernel = source.array(node.getInput(1));
        Tensor bias = source.array(node.getInput(2));
        String name = result.vertex() + ".winograd";
        rows.put(result.vertex(), winograd.convolution(name, from, kernel, bias, maximum.isPresent()));
        planes.put(result.vertex(), result);
        done.add(rectifier.get().getOutput(0));
        maximum.ifPresent(next -> done.add(next.getOutput(0)));
        return true;
    }

    private boolean pays(NodeProto node, Planes input) {
        if (!node.getOpType().equals("Conv") || node.getInputCount() != 3 || !isSquare(node, 3, 1, 1)) {
            return false;
        }
        List<Integer> kernel = source.shape(node.getInput(1));
        boolean grouped = kernel.get(1) != input.channels();
        return !grouped && kernel.get(1) >= FEWEST_INPUTS && kernel.get(0) >= FEWEST_OUTPUTS;
    }

    /** The node that takes a node's value, if nothing else does. */
    private Optional<NodeProto> only(NodeProto node, String operator) {
        String value = node.getOutput(0);
        List<NodeProto> takers = source.nodes().stream()
                .filter(taker -> taker.getInputList().contains(value))
                .toList();
        return takers.size() == 1 && takers.get(0).getOpType().equals(operator) && !value.equals(source.output())
                ? Optional.of(takers.get(0))
                : Optional.empty();
    }

    private void copy(NodeProto node) {
        node.getInputList().forEach(this::require);
        graph.addNode(node);
        Planes input = planes.get(node.getInput(0));
        if (input != null) {
            outputs(node, input).ifPresent(output -> planes.put(output.vertex(), output));
        }
    }

    /** What a copied node takes has to be there as the source has it. */
    private void require(String value) {
        ValueRows pixels = rows.get(value);
        if (source.isArray(value) && written.add(value)) {
            Tensor array = source.array(value);
            nodes.floats(value, array.shape(), array.values());
        } else if (pixels != null && done.contains(value) && written.add(value)) {
            winograd.leave(pixels, value);
        }
    }

    private Optional<Planes> outputs(NodeProto node, Planes input) {
        String value = node.getOutput(0);
        return switch (node.getOpType()) {
            case "Relu", "Clip" -> Optional.of(new Planes(value, input.channels(), input.height(), input.width()));
            case "MaxPool" -> Window.of(node).map(window -> window.over(value, input, input.channels()));
            case "Conv" ->
                Window.of(node)
                        .map(window -> window.over(
                                value, input, source.shape(node.getInput(1)).get(0)));
            default -> Optional.empty();
        };
    }

    private static boolean isSquare(NodeProto node, int extent, int stride, int border) {
        return Window.of(node)
                .filter(window -> window.isSquare(extent, stride, border))
                .isPresent();
    }
}
