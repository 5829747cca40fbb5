package ai.fomo.learning.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * What a convolution or a maximum goes over, and in which steps. Arrays are {height, width}.
 *
 * @param before rows above and columns left of the image that are taken for zeros
 * @param after the same below and to the right
 */
record Window(int[] kernel, int[] strides, int[] before, int[] after) {
    private static final List<Long> NONE = List.of(0L, 0L, 0L, 0L);
    private static final List<Long> ONES = List.of(1L, 1L);

    /** @return empty where the node has attributes that nothing here is made for */
    static Optional<Window> of(NodeProto node) {
        List<Long> kernel = numbers(node, "kernel_shape", List.of());
        List<Long> pads = numbers(node, "pads", NONE);
        if (kernel.size() != 2
                || pads.size() != 4
                || !numbers(node, "dilations", ONES).equals(ONES)
                || node.getAttributeList().stream().anyMatch(Window::isUnknown)) {
            return Optional.empty();
        }
        int[] strides = integers(numbers(node, "strides", ONES));
        return Optional.of(
                new Window(integers(kernel), strides, integers(pads.subList(0, 2)), integers(pads.subList(2, 4))));
    }

    private static boolean isUnknown(AttributeProto attribute) {
        return switch (attribute.getName()) {
            case "kernel_shape", "strides", "pads", "dilations", "group" -> false;
            case "auto_pad" -> !attribute.getS().toStringUtf8().equals("NOTSET");
            case "ceil_mode", "storage_order" -> attribute.getI() != 0;
            default -> true;
        };
    }

    private static List<Long> numbers(NodeProto node, String name, List<Long> otherwise) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .map(AttributeProto::getIntsList)
                .findFirst()
                .orElse(otherwise);
    }

    private static int[] integers(List<Long> numbers) {
        return numbers.stream().mapToInt(Math::toIntExact).toArray();
    }

    boolean isSymmetric() {
        return Arrays.equals(before, after);
    }

    /** Whether it has one of the borders that DL4J knows: the same on both sides, or as TensorFlow has it, more of it after than before. */
    boolean isKnownToDl4j(Planes input) {
        return isSymmetric() || (isSame(0, input.height()) && isSame(1, input.width()));
    }

    /** @param border on all sides */
    boolean isSquare(int extent, int stride, int border) {
        return Arrays.equals(kernel, new int[] {extent, extent})
                && Arrays.equals(strides, new int[] {stride, stride})
                && Arrays.equals(before, new int[] {border, border})
                && isSymmetric();
    }

    private boolean isSame(int side, int size) {
        int steps = (size + strides[side] - 1) / strides[side];
        int border = Math.max(0, (steps - 1) * strides[side] + kernel[side] - size);
        return before[side] == border / 2 && after[side] == border - border / 2;
    }

    ConvolutionMode mode() {
        return isSymmetric() ? ConvolutionMode.Truncate : ConvolutionMode.Same;
    }

    Planes over(String vertex, Planes input, int channels) {
        return new Planes(vertex, channels, steps(0, input.height()), steps(1, input.width()));
    }

    /**
     * How many places there are.
     *
     * @param side 0 from top to bottom, 1 from left to right
     * @param size of the image on that side
     */
    int steps(int side, int size) {
        return (size + before[side] + after[side] - kernel[side]) / strides[side] + 1;
    }
}
