package ai.fomo.learning.feature;

import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.onnx.GraphWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Convolutions as products of matrices, in standard operators. Channels are what lies side by side in memory: windows are gathered in
 * copies of whole rows, the constants are one matrix product before and one after, and between them are 16 or 36 with the filters.
 * Pooling and rectifying happen on the way.
 */
final class WinogradNodes {
    /** Tiles at once, so that what comes between two operators stays near the processor. */
    private static final int TILES = 100;

    private final GraphWriter nodes;
    private final ArrayFile filters;

    /** @param filters where the convolutions' are put */
    WinogradNodes(GraphWriter nodes, ArrayFile filters) {
        this.nodes = nodes;
        this.filters = filters;
    }

    /** A value as others have it, images x channels x height x width. */
    ValueRows enter(Planes planes) {
        int pixels = planes.height() * planes.width();
        String name = planes.vertex() + ".rows";
        nodes.node("Transpose", name + ".last", planes.vertex()).addAttribute(GraphWriter.integers("perm", 2, 3, 0, 1));
        String rows = reshaped(name + ".dense", name + ".last", pixels, -1, planes.channels());
        nodes.node("Pad", name, rows, nodes.longs(name + ".pads", 0, 0, 0, 1, 0, 0));
        int[] all = new int[pixels];
        Arrays.setAll(all, pixel -> pixel);
        return new ValueRows(name, planes.channels(), planes.height(), planes.width(), all, pixels);
    }

    /** Gives a value as others have it. */
    void leave(ValueRows rows, String name) {
        String pixels =
                gathered(name + ".pixels", rows, Arrays.stream(rows.rows()).asLongStream());
        String image = reshaped(name + ".image", pixels, rows.height(), rows.width(), -1, rows.channels());
        nodes.node("Transpose", name, image).addAttribute(GraphWriter.integers("perm", 2, 3, 0, 1));
    }

    /**
     * With a border of zeros, and a rectifier behind it.
     *
     * @param kernel O x I x 3 x 3
     * @param pooled whether it is the maximum of every 2 x 2 that is wanted
     */
    ValueRows convolution(String name, ValueRows input, Tensor kernel, Tensor bias, boolean pooled) {
        WinogradTransform transform = WinogradTransform.of(input.height(), input.width());
        Tiling tiling = new Tiling(input, transform, pooled);
        Layer layer = new Layer(name, transform, kernel, pooled);
        nodes.floats(layer.bias(), bias.shape(), bias.values());
        nodes.floats(
                layer.before(), transform.inputs().shape(), transform.inputs().values());
        Tensor after = pooled ? transform.outputsByCorner() : transform.outputs();
        nodes.floats(layer.after(), after.shape(), after.values());
        filters.begin(nodes, layer.filters(), transform.products(), layer.inputs(), layer.outputs());
        float[] some = new float[layer.inputs() * layer.outputs()];
        for (int product = 0; product < transform.products(); product++) {
            transform.filters(kernel, product, some);
            filters.write(some);
        }
        List<String> pieces = new ArrayList<>();
        for (Tiling.Piece piece : tiling.pieces(TILES)) {
            pieces.add(piece(layer, input, tiling, piece));
        }
        return tiling.outputs(together(name, pieces), layer.outputs(), TILES);
    }

    private String together(String name, List<String> pieces) {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        nodes.node("Concat", name, pieces.toArray(String[]::new)).addAttribute(GraphWriter.integer("axis", 0));
        return name;
    }

    private record Layer(String name, WinogradTransform transform, Tensor kernel, boolean pooled) {
        int outputs() {
            return kernel.shape().get(0);
        }

        int inputs() {
            return kernel.shape().get(1);
        }

        String bias() {
            return name + ".bias";
        }

        String before() {
            return name + ".before";
        }

        String after() {
            return name + ".after";
        }

        String filters() {
            return name + ".filters";
        }
    }

    /** @return of what is written, [outputs of a tile x tiles, images, channels] */
    private String piece(Layer layer, ValueRows input, Tiling tiling, Tiling.Piece piece) {
        String name = layer.name() + "." + piece.from();
        int products = layer.transform().products();
        String windows = gathered(name + ".windows", input, tiling.windows(piece));
        String flat = reshaped(name + ".window", windows, products, -1);
        nodes.node("MatMul", name + ".inputs", layer.before(), flat);
        String inputs = reshaped(name + ".input", name + ".inputs", products, -1, layer.inputs());
        nodes.node("MatMul", name + ".products", inputs, layer.filters());
        String sums = reshaped(name + ".product", name + ".products", products, -1);
        nodes.node("MatMul", name + ".tiles", layer.after(), sums);
        String tiles = layer.pooled() ? maxima(name + ".maxima", name + ".tiles") : name + ".tiles";
        String outputs = reshaped(name + ".tile", tiles, tiling.outputsOfTile(), piece.count(), -1, layer.outputs());
        nodes.node("Add", name + ".sums", outputs, bias(layer, tiling, piece));
        nodes.node("Relu", name + ".rectified", name + ".sums");
        return reshaped(
                name + ".rows",
                name + ".rectified",
                (long) tiling.outputsOfTile() * piece.count(),
                -1,
                layer.outputs());
    }

    private String maxima(String name, String tiles) {
        String corners = reshaped(name + ".corners", tiles, 4, -1);
        nodes.node("ReduceMax", name, corners)
                .addAttribute(GraphWriter.integers("axes", 0))
                .addAttribute(GraphWriter.integer("keepdims", 0));
        return name;
    }

    /** Of every tile the same, but for the last one of all, which is to stay zero. */
    private String bias(Layer layer, Tiling tiling, Tiling.Piece piece) {
        if (!tiling.endsWith(piece)) {
            return layer.bias();
        }
        float[] ones = new float[piece.count()];
        Arrays.fill(ones, 0, ones.length - 1, 1);
        String where = nodes.floats(layer.name() + ".inside", List.of(ones.length, 1, 1), ones);
        String bias = layer.name() + ".bias.inside";
        nodes.node("Mul", bias, where, layer.bias());
        return bias;
    }

    private String gathered(String name, ValueRows from, LongStream rows) {
        nodes.node("Gather", name, from.value(), nodes.longs(name + ".indices", rows.toArray()))
                .addAttribute(GraphWriter.integer("axis", 0));
        return name;
    }

    private String reshaped(String name, String value, long... shape) {
        nodes.node("Reshape", name, value, nodes.longs(name + ".shape", shape));
        return name;
    }
}
