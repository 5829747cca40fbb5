package ai.fomo.learning.feature;

import ai.fomo.learning.onnx.GraphWriter;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * An ONNX model with large arrays beside it, of which it has name and shape alone: a file has to be read and copied as a whole.
 *
 * @param onnx whose arrays are {@link GraphWriter#elsewhere} where they are parts
 */
record ModelInParts(byte[] onnx, List<Part> parts) {
    ModelInParts {
        parts = List.copyOf(parts);
    }

    /** @param values outside of the heap, in the processor's order */
    record Part(String name, long[] shape, FloatBuffer values) {}

    static ModelInParts whole(byte[] onnx) {
        return new ModelInParts(onnx, List.of());
    }
}
