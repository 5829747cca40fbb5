package ai.fomo.learning.training;

import ai.fomo.learning.model.StreamedTensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Moves ND4J's arrays, in whatever order they lie, to and from row-major numbers, some rows at a time. */
final class ParameterArrays {
    /** Numbers at once: a copy of all of a large layer would not fit beside it. */
    private static final int PIECE = 1 << 20;

    private ParameterArrays() {}

    static void write(INDArray array, StreamedTensor.Sink sink) throws IOException {
        INDArray rows = byRows(array);
        int step = rowsAtOnce(rows);
        for (long from = 0; from < rows.size(0); from += step) {
            long to = Math.min(rows.size(0), from + step);
            try (INDArray piece = rows.get(NDArrayIndex.interval(from, to)).dup('c')) {
                sink.write(piece.data().asFloat());
            }
        }
    }

    /** @param values as many as the array has, from the buffer's position on */
    static void assign(INDArray array, FloatBuffer values) {
        INDArray rows = byRows(array);
        int step = rowsAtOnce(rows);
        for (long from = 0; from < rows.size(0); from += step) {
            long to = Math.min(rows.size(0), from + step);
            INDArray target = rows.get(NDArrayIndex.interval(from, to));
            float[] piece = new float[Math.toIntExact(target.length())];
            values.get(piece);
            try (INDArray source = Nd4j.create(piece, target.shape(), 'c')) {
                target.assign(source);
            }
        }
    }

    /** A vector lies in one piece, and is cut into numbers. */
    private static INDArray byRows(INDArray array) {
        return array.rank() == 2 && array.size(0) == 1 ? array.reshape(array.length()) : array;
    }

    private static int rowsAtOnce(INDArray rows) {
        return (int) Math.max(1, PIECE / (rows.length() / rows.size(0)));
    }
}
