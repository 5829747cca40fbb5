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

/** Images of {@link BytesLayout} as {@link Patches}: bytes, batch x rows x columns x depth. */
final class PatchesInput implements ModelInput {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Patches patches;
    private final BytesLayout layout;
    private final int side;
    private final int above;

    /** A row of the image between its borders, whose pixels never change. */
    private final float[] row;

    private final int left;

    /** Above and below the image. */
    private final float[] border;

    /** As many rows as the kernel has, column by column: a patch is a run of its bytes. */
    private final byte[] strip;

    /** Patches of one row. */
    private final byte[] cut;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    PatchesInput(Patches patches) {
        this.patches = patches;
        layout = patches.layout();
        side = patches.side();
        Window window = patches.window();
        above = window.before()[0];
        left = window.before()[1];
        border = new float[left + side + window.after()[1]];
        Arrays.fill(border, layout.zeros());
        row = border.clone();
        strip = new byte[border.length * patches.column()];
        cut = new byte[patches.columns() * patches.depth()];
    }

    @Override
    public ImageLayout layout() {
        return layout;
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
        layout.requireSize(image, side);
        Window window = patches.window();
        for (int y = 0; y < patches.rows(); y++) {
            int first = y * window.strides()[0] - above;
            for (int k = 0; k < window.kernel()[0]; k++) {
                interleave(row(image, first + k), strip, k * PlanesLayout.COLOURS, patches.column());
            }
            cut(strip, window.strides()[1] * patches.column(), patches.used(), cut, patches.depth());
            to.put(cut);
        }
    }

    private float[] row(float[] image, int y) {
        if (y < 0 || y >= side) {
            return border;
        }
        System.arraycopy(image, y * side, row, left, side);
        return row;
    }

    /** Four bytes of each number, the fourth where the next row goes, or nothing does. */
    private static void interleave(float[] pixels, byte[] strip, int first, int column) {
        for (int i = 0, at = first; i < pixels.length; i++, at += column) {
            INTS.set(strip, at, (int) pixels[i]);
        }
    }

    /** Bytes behind a patch's kernel stay zeros. */
    private static void cut(byte[] strip, int step, int used, byte[] row, int depth) {
        for (int from = 0, to = 0; to < row.length; from += step, to += depth) {
            System.arraycopy(strip, from, row, to, used);
        }
    }
}
