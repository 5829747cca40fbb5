package ai.fomo.learning.feature;

import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.onnx.GraphWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto.DataType;

/**
 * An encoder's graph with its convolutions and additions in whole numbers (Jacob et al. 2018, "Quantization and Training of
 * Neural Networks for Efficient Integer-Arithmetic-Only Inference", section 2): values in eight bits by their measured ranges, weights by the
 * greatest of each output channel. What comes after the last convolution stays as it is.
 *
 * <p>Written as pairs of QuantizeLinear and DequantizeLinear around float operators, which any ONNX runtime computes, and ONNX
 * Runtime fuses into integer ones.
 */
final class QuantizedGraph {
    private static final int OPERATORS = 17;

    /**
     * Of a weight: seven bits and not eight. Processors without VNNI add two products in 16 bits, which 255 x 64 x 2 fits and
     * 255 x 127 x 2 does not: so every processor gets the same sums.
     */
    private static final int GREATEST_WEIGHT = 64;

    /** Of a bias, far enough from what 32 bits hold that the sum of products fits as well. */
    private static final double GREATEST_BIAS = 1 << 30;

    private final GraphReader source;
    private final ActivationRanges ranges;
    private final Optional<Patches> patches;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final GraphWriter nodes = new GraphWriter(graph);

    /** What the source's values are called here, once they are whole and floats again. */
    private final Map<String, String> whole = new HashMap<>();

    private QuantizedGraph(GraphReader source, ActivationRanges ranges, Optional<Patches> patches) {
        this.source = source;
        this.ranges = ranges;
        this.patches = patches;
    }

    /**
     * @param onnx of convolutions, each with a bias, clips and additions, and at its end anything that is computed from one value
     * @param ranges of its input, its additions, and its convolutions; of a convolution that is clipped, the clip's instead
     * @throws IllegalArgumentException if one is missing
     */
    static byte[] of(byte[] onnx, ActivationRanges ranges) {
        return new QuantizedGraph(new GraphReader(onnx), ranges, Optional.empty()).write();
    }

    /** The same numbers out of bytes: its input is what {@link PatchesInput} makes of an image. */
    static byte[] onPatches(byte[] onnx, ActivationRanges ranges, Patches patches) {
        return new QuantizedGraph(new GraphReader(onnx), ranges, Optional.of(patches)).write();
    }

    private byte[] write() {
        graph.setName("quantized");
        patches.ifPresentOrElse(this::bytesIn, this::floatsIn);
        for (NodeProto node : source.nodes()) {
            switch (node.getOpType()) {
                case "Conv" -> convolution(node);
                case "Clip" -> clip(node);
                case "Add" -> {
                    copy(node);
                    quantize(node.getOutput(0), node.getOutput(0));
                }
                default -> copy(node);
            }
        }
        graph.addOutput(source.outputInfo());
        return GraphWriter.model(graph, OPERATORS)
                .setProducerName("fomo")
                .build()
                .toByteArray();
    }

    private void floatsIn() {
        String input = source.input();
        int[] extents = source.inputShape().stream().mapToInt(Integer::intValue).toArray();
        graph.addInput(GraphWriter.batch(input, extents));
        quantize(input, input);
    }

    /** The exchange of axes costs nothing: it undoes the one by which ONNX Runtime puts channels last for such convolutions. */
    private void bytesIn(Patches patches) {
        String input = source.input();
        graph.addInput(GraphWriter.batch(input, DataType.UINT8, patches.rows(), patches.columns(), patches.depth()));
        nodes.node("Transpose", input + ".whole", input).addAttribute(GraphWriter.integers("perm", 0, 3, 1, 2));
        dequantize(input);
    }

    private void convolution(NodeProto node) {
        Tensor weights = source.array(node.getInput(1));
        if (patches.isPresent() && node.getInput(0).equals(source.input())) {
            convolution(node, patches.get().weights(weights));
        } else {
            convolution(node, weights).addAllAttribute(node.getAttributeList());
        }
        if (ranges.has(node.getOutput(0))) {
            quantize(node.getOutput(0), node.getOutput(0));
        }
    }

    private NodeProto.Builder convolution(NodeProto node, Tensor weights) {
        String value = node.getOutput(0);
        float inputScale = ranges.of(node.getInput(0)).scale();
        float[] bias = source.array(node.getInput(2)).values();
        float[] scales = weightScales(weights, bias, inputScale);
        String weight = wholeWeights(value, weights, scales);
        String offset = wholeBias(value, bias, scales, inputScale);
        return nodes.node("Conv", value, here(node.getInput(0)), weight, offset);
    }

    /** Cutting off what is outside of its range is all that the clip does. */
    private void clip(NodeProto node) {
        quantize(node.getOutput(0), node.getInput(0));
    }

    private void copy(NodeProto node) {
        NodeProto.Builder copy = node.toBuilder().clearInput();
        node.getInputList().forEach(input -> copy.addInput(here(input)));
        graph.addNode(copy);
    }

    private String here(String value) {
        return whole.getOrDefault(value, value);
    }

    /** Makes {@code value} of the source out of {@code computed} here. */
    private void quantize(String value, String computed) {
        nodes.node("QuantizeLinear", value + ".whole", computed, value + ".scale", value + ".zero");
        dequantize(value);
    }

    /** Makes {@code value} of the source out of its whole numbers. */
    private void dequantize(String value) {
        ActivationRange range = ranges.of(value);
        String scale = nodes.floats(value + ".scale", List.of(), new float[] {range.scale()});
        String zero =
                nodes.array(value + ".zero", DataType.UINT8, List.of(), ByteBuffer.wrap(new byte[] {range.zero()}));
        nodes.node("DequantizeLinear", value + ".float", value + ".whole", scale, zero);
        whole.put(value, value + ".float");
    }

    /** One for each output channel. */
    private static float[] weightScales(Tensor weights, float[] bias, float inputScale) {
        int size = weights.values().length / bias.length;
        float[] scales = new float[bias.length];
        for (int channel = 0; channel < scales.length; channel++) {
            float greatest = 0;
            for (int i = channel * size; i < (channel + 1) * size; i++) {
                greatest = Math.max(greatest, Math.abs(weights.values()[i]));
            }
            double least = Math.abs(bias[channel]) / (GREATEST_BIAS * inputScale);
            float scale = (float) Math.max(greatest / GREATEST_WEIGHT, least);
            scales[channel] = scale > 0 ? scale : 1;
        }
        return scales;
    }

    private String wholeWeights(String value, Tensor weights, float[] scales) {
        int size = weights.values().length / scales.length;
        ByteBuffer bytes = ByteBuffer.allocate(weights.values().length);
        for (int i = 0; i < weights.values().length; i++) {
            bytes.put((byte) Math.round(weights.values()[i] / scales[i / size]));
        }
        String scale = nodes.floats(value + ".weight.scale", List.of(scales.length), scales);
        return dequantized(value + ".weight", DataType.INT8, weights.shape(), bytes.flip(), scale);
    }

    private String wholeBias(String value, float[] bias, float[] scales, float inputScale) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * bias.length).order(ByteOrder.LITTLE_ENDIAN);
        float[] products = new float[bias.length];
        for (int channel = 0; channel < bias.length; channel++) {
            products[channel] = inputScale * scales[channel];
            bytes.putInt(Math.round(bias[channel] / products[channel]));
        }
        String scale = nodes.floats(value + ".bias.scale", List.of(bias.length), products);
        return dequantized(value + ".bias", DataType.INT32, List.of(bias.length), bytes.flip(), scale);
    }

    private String dequantized(String name, DataType type, List<Integer> shape, ByteBuffer bytes, String scale) {
        String array = nodes.array(name + ".whole", type, shape, bytes);
        nodes.node("DequantizeLinear", name + ".float", array, scale).addAttribute(GraphWriter.integer("axis", 0));
        return name + ".float";
    }
}
