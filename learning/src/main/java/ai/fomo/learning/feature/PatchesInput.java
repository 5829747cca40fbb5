package ai.fomo.learning.feature;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Prepared images as {@link Patches}: bytes, batch x rows x columns x depth. */
final class PatchesInput implements ModelInput {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** 1.5 x 2^23: so far from 0 floats are whole numbers, so that adding it rounds, a half to the even one. */
    private static final float FAR = 12_582_912;

    private static final float HIGHEST = 255;

    private final Patches patches;
    private final int side;
    private final int above;
    private final int left;
    private final float scale;
    private final float zero;

    /** Of the image and its borders. */
    private final int width;

    /** One colour, between borders of zeros. */
    private final float[] plane;

    /** The same with all colours: red + 256 green + 65536 blue, three bytes that a float holds. */
    private final float[] pixels;

    /** As many rows of pixels as the kernel has, column by column: a patch is a run of its bytes. */
    private final byte[] strip;

    /** Patches of one row. */
    private final byte[] row;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    PatchesInput(Patches patches) {
        this.patches = patches;
        side = patches.side();
        Window window = patches.window();
        above = window.before()[0];
        left = window.before()[1];
        scale = patches.range().scale();
        zero = Byte.toUnsignedInt(patches.range().zero());
        width = left + side + window.after()[1];
        plane = new float[width * (above + side + window.after()[0])];
        pixels = new float[plane.length];
        strip = new byte[width * patches.column()];
        row = new byte[patches.columns() * patches.depth()];
    }

    @Override
    public OnnxTensor of(OrtEnvironment environment, List<float[]> batch) throws OrtException {
        int size = patches.size() * batch.size();
        if (bytes.capacity() < size) {
            bytes = ByteBuffer.allocateDirect(size);
        }
        bytes.clear();
        batch.forEach(image -> put(image, bytes));
        long[] shape = {batch.size(), patches.rows(), patches.columns(), patches.depth()};
        return OnnxTensor.createTensor(environment, bytes.flip(), shape, OnnxJavaType.UINT8);
    }

    /** All patches of one image. */
    void put(float[] image, ByteBuffer to) {
        ImageModel.requireSize(image, side);
        read(image);
        Window window = patches.window();
        for (int y = 0; y < patches.rows(); y++) {
            int first = y * window.strides()[0];
            for (int k = 0; k < window.kernel()[0]; k++) {
                interleave(pixels, (first + k) * width, width, strip, k * ImageModel.COLOURS, patches.column());
            }
            cut(strip, window.strides()[1] * patches.column(), patches.used(), row, patches.depth());
            to.put(row);
        }
    }

    private void read(float[] image) {
        Arrays.fill(pixels, 0);
        for (int colour = ImageModel.COLOURS - 1; colour >= 0; colour--) {
            for (int y = 0; y < side; y++) {
                System.arraycopy(image, (colour * side + y) * side, plane, (above + y) * width + left, side);
            }
            append(plane, scale, zero, pixels);
        }
    }

    /**
     * A byte to each number, as QuantizeLinear has it. One colour, one index and no cast: the compiler makes vector instructions of no
     * other loop. Magnitudes cut whole numbers off as min and max would, in half the time, as long as they are below millions.
     */
    private static void append(float[] plane, float scale, float zero, float[] to) {
        for (int i = 0; i < to.length; i++) {
            float whole = plane[i] / scale + FAR - FAR + zero;
            to[i] = 256 * to[i] + (Math.abs(whole) - Math.abs(whole - HIGHEST) + HIGHEST) / 2;
        }
    }

    /** Four bytes of each number, the fourth where the next row goes, or nothing does. */
    private static void interleave(float[] pixels, int from, int count, byte[] strip, int first, int column) {
        for (int i = 0, at = first; i < count; i++, at += column) {
            INTS.set(strip, at, (int) pixels[from + i]);
        }
    }

    /** Bytes behind a patch's kernel stay zeros. */
    private static void cut(byte[] strip, int step, int used, byte[] row, int depth) {
        for (int from = 0, to = 0; to < row.length; from += step, to += depth) {
            System.arraycopy(strip, from, row, to, used);
        }
    }
}
