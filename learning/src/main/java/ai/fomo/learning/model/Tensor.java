package ai.fomo.learning.model;

import java.util.List;

/**
 * An array of float32 numbers.
 *
 * @param shape size of each dimension, outermost first
 * @param values in row-major order; not copied, so not to be changed
 */
public record Tensor(List<Integer> shape, float[] values) {
    public Tensor {
        shape = List.copyOf(shape);
        long size = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("a dimension must not be negative, shape is " + shape);
            }
            size = Math.multiplyExact(size, extent);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill the shape " + shape);
        }
    }

    public static Tensor vector(float[] values) {
        return new Tensor(List.of(values.length), values);
    }

    /** @param values row by row */
    public static Tensor matrix(int rows, int columns, float[] values) {
        return new Tensor(List.of(rows, columns), values);
    }
}
