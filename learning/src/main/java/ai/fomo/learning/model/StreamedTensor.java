package ai.fomo.learning.model;

import java.io.IOException;
import java.util.List;

/**
 * An array that is written piece by piece, since it need not fit in the heap.
 *
 * @param shape size of each dimension, outermost first
 */
public record StreamedTensor(List<Integer> shape, Values values) {
    public StreamedTensor {
        shape = List.copyOf(shape);
    }

    public static StreamedTensor of(Tensor tensor) {
        return new StreamedTensor(tensor.shape(), sink -> sink.write(tensor.values()));
    }

    /** How many numbers it has. */
    long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Where the numbers come from. */
    @FunctionalInterface
    public interface Values {
        /** Writes all of them, in row-major order. */
        void writeTo(Sink sink) throws IOException;
    }

    /** Where the numbers go. */
    @FunctionalInterface
    public interface Sink {
        /** The next numbers. */
        void write(float[] piece) throws IOException;
    }
}
