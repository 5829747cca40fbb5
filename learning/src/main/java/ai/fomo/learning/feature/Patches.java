package ai.fomo.learning.feature;

import ai.fomo.learning.model.Tensor;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.NodeProto;

/**
 * What a network's first convolution looks at, place by place: its kernel's pixels as bytes, column by column, with a byte of no weight
 * after each column, and as many after the last as make a multiple of four. The convolution then is a product of matrices, which
 * ONNX Runtime computes several times as fast as one of three channels.
 *
 * @param side of the images, in pixels
 * @param window of the convolution
 * @param range of the images' values
 */
record Patches(int side, Window window, ActivationRange range) {
    private static final int TOGETHER = 4;

    /** @return empty where something else than one convolution of three colours takes the images */
    static Optional<Patches> of(byte[] onnx, ActivationRanges ranges) {
        GraphReader graph = new GraphReader(onnx);
        List<Integer> shape = graph.inputShape();
        List<NodeProto> users = graph.nodes().stream()
                .filter(node -> node.getInputList().contains(graph.input()))
                .toList();
        boolean fits = shape.size() == 3
                && users.size() == 1
                && users.get(0).getOpType().equals("Conv")
                && graph.shape(users.get(0).getInput(1)).get(1) == PlanesLayout.COLOURS
                && shape.equals(List.of(PlanesLayout.COLOURS, shape.get(1), shape.get(1)));
        return fits
                ? Window.of(users.get(0)).map(window -> new Patches(shape.get(1), window, ranges.of(graph.input())))
                : Optional.empty();
    }

    /** Of the images that they are cut from. */
    BytesLayout layout() {
        return new BytesLayout(range);
    }

    int rows() {
        return window.steps(0, side);
    }

    int columns() {
        return window.steps(1, side);
    }

    /** Bytes of a kernel's column. */
    int column() {
        return PlanesLayout.COLOURS * window.kernel()[0] + 1;
    }

    /** Bytes of a kernel. */
    int used() {
        return column() * window.kernel()[1];
    }

    /** Bytes of a patch, in which ONNX Runtime sees channels. */
    int depth() {
        return (used() + TOGETHER - 1) / TOGETHER * TOGETHER;
    }

    /** Bytes of an image. */
    int size() {
        return rows() * columns() * depth();
    }

    /** From ONNX's order of a kernel (colour, row, column) to that of a patch's bytes. */
    Tensor weights(Tensor kernels) {
        int outputs = kernels.shape().get(0);
        int height = window.kernel()[0];
        int width = window.kernel()[1];
        float[] weights = new float[outputs * depth()];
        for (int from = 0; from < kernels.values().length; from++) {
            int x = from % width;
            int y = from / width % height;
            int colour = from / (width * height) % PlanesLayout.COLOURS;
            int output = from / (width * height * PlanesLayout.COLOURS);
            int to = x * column() + y * PlanesLayout.COLOURS + colour;
            weights[output * depth() + to] = kernels.values()[from];
        }
        return new Tensor(List.of(outputs, depth(), 1, 1), weights);
    }
}
