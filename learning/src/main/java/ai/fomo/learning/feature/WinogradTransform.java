package ai.fomo.learning.feature;

import ai.fomo.learning.model.Tensor;

/**
 * Winograd's minimal filtering, for convolutions of 3 x 3 (Lavin, Gray 2016, "Fast Algorithms for Convolutional Neural Networks",
 * section 4). A window d of inputs and a filter g give a tile of outputs, A'[(G g G') * (B' d B)] A, with one product
 * for each input of the window, where a convolution takes nine for each output of the tile. The other factors are constants.
 */
final class WinogradTransform {
    /** 2 x 2 outputs by 16 products, not 36. */
    static final WinogradTransform F2 = new WinogradTransform(
            new double[][] {{1, 0, -1, 0}, {0, 1, 1, 0}, {0, -1, 1, 0}, {0, 1, 0, -1}},
            new double[][] {{1, 0, 0}, {1 / 2.0, 1 / 2.0, 1 / 2.0}, {1 / 2.0, -1 / 2.0, 1 / 2.0}, {0, 0, 1}},
            new double[][] {{1, 1, 1, 0}, {0, 1, -1, -1}});

    /** 4 x 4 outputs by 36 products, not 144. */
    static final WinogradTransform F4 = new WinogradTransform(
            new double[][] {
                {4, 0, -5, 0, 1, 0},
                {0, -4, -4, 1, 1, 0},
                {0, 4, -4, -1, 1, 0},
                {0, -2, -1, 2, 1, 0},
                {0, 2, -1, -2, 1, 0},
                {0, 4, 0, -5, 0, 1}
            },
            new double[][] {
                {1 / 4.0, 0, 0},
                {-1 / 6.0, -1 / 6.0, -1 / 6.0},
                {-1 / 6.0, 1 / 6.0, -1 / 6.0},
                {1 / 24.0, 1 / 12.0, 1 / 6.0},
                {1 / 24.0, -1 / 12.0, 1 / 6.0},
                {0, 0, 1}
            },
            new double[][] {{1, 1, 1, 1, 1, 0}, {0, 1, -1, 2, -2, 0}, {0, 1, 1, 4, 4, 0}, {0, 1, -1, 8, -8, 1}});

    private final double[][] ofInputs;
    private final double[][] ofFilters;
    private final double[][] ofOutputs;

    /**
     * @param inputs B'
     * @param filters G
     * @param outputs A'
     */
    private WinogradTransform(double[][] inputs, double[][] filters, double[][] outputs) {
        this.ofInputs = squared(inputs);
        this.ofFilters = squared(filters);
        this.ofOutputs = squared(outputs);
    }

    /** The one that takes the fewest products without going beyond the image's edge. */
    static WinogradTransform of(int height, int width) {
        return height % 4 == 0 && width % 4 == 0 ? F4 : F2;
    }

    /** Outputs in a row of a tile. */
    int tile() {
        return root(ofOutputs.length);
    }

    /** Inputs in a row of a window. */
    int window() {
        return root(products());
    }

    int products() {
        return ofInputs.length;
    }

    /** What makes inputs of products, a row for each, out of windows, row by row. */
    Tensor inputs() {
        return matrix(ofInputs);
    }

    /** What makes a tile, row by row, out of products. */
    Tensor outputs() {
        return matrix(ofOutputs);
    }

    /** As {@link #outputs}, in another order: of each 2 x 2 of a tile first the upper left ones, then the upper right ones, and so on. */
    Tensor outputsByCorner() {
        double[][] ordered = new double[ofOutputs.length][];
        int half = tile() / 2;
        for (int row = 0; row < tile(); row++) {
            for (int column = 0; column < tile(); column++) {
                int corner = row % 2 * 2 + column % 2;
                int square = row / 2 * half + column / 2;
                ordered[corner * half * half + square] = ofOutputs[row * tile() + column];
            }
        }
        return matrix(ordered);
    }

    /**
     * What the filters of a convolution are in one of the products, rounded once.
     *
     * @param kernel O x I x 3 x 3
     * @param filters to be filled, I x O
     */
    void filters(Tensor kernel, int product, float[] filters) {
        int outputs = kernel.shape().get(0);
        int inputs = kernel.shape().get(1);
        double[] factors = ofFilters[product];
        for (int output = 0; output < outputs; output++) {
            for (int input = 0; input < inputs; input++) {
                int from = (output * inputs + input) * factors.length;
                double sum = 0;
                for (int i = 0; i < factors.length; i++) {
                    sum += factors[i] * kernel.values()[from + i];
                }
                filters[input * outputs + output] = (float) sum;
            }
        }
    }

    private static Tensor matrix(double[][] rows) {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / columns][i % columns];
        }
        return Tensor.matrix(rows.length, columns, values);
    }

    /** What M x M' is for all of a square x at once, row by row: Kronecker's product of M with itself. */
    private static double[][] squared(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        double[][] squared = new double[rows * rows][columns * columns];
        for (int row = 0; row < squared.length; row++) {
            for (int column = 0; column < squared[row].length; column++) {
                squared[row][column] = matrix[row / rows][column / columns] * matrix[row % rows][column % columns];
            }
        }
        return squared;
    }

    private static int root(int square) {
        return (int) Math.round(Math.sqrt(square));
    }
}
