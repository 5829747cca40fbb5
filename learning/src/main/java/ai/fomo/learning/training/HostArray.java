package ai.fomo.learning.training;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers of an ND4J array where they lie in this process's memory, one after the other. Not for longer than the array is
 * held.
 */
final class HostArray {
    private final INDArray array;
    private final FloatPointer first;

    private HostArray(INDArray array, FloatPointer first) {
        this.array = array;
        this.first = first;
    }

    /** @throws IllegalArgumentException if it is not of floats, or its numbers do not lie one after the other */
    static HostArray of(INDArray array) {
        if (array.dataType() != DataType.FLOAT || !isDense(array)) {
            throw new IllegalArgumentException("the array's numbers must be floats, one after the other");
        }
        FloatPointer first = new FloatPointer(array.data().addressPointer());
        return new HostArray(array, first);
    }

    /** Whether its numbers lie in row-major order without gaps. */
    static boolean isDense(INDArray array) {
        return array.isScalar() || (array.elementWiseStride() == 1 && (array.ordering() == 'c' || array.isVector()));
    }

    long length() {
        return array.length();
    }

    /** A view, with positions that begin at 0. */
    FloatBuffer slice(long from, int count) {
        require(from, count);
        return new FloatPointer(first).position(from).limit(from + count).asBuffer();
    }

    /** The same as the bits of floats. */
    IntBuffer bits(long from, int count) {
        require(from, count);
        return new IntPointer(first).position(from).limit(from + count).asBuffer();
    }

    private void require(long from, int count) {
        if (from < 0 || from + count > array.length()) {
            throw new IndexOutOfBoundsException(from + " to " + (from + count) + " of " + array.length());
        }
    }

    float[] toArray() {
        float[] values = new float[Math.toIntExact(array.length())];
        slice(0, values.length).get(values);
        return values;
    }
}
