package ai.fomo.learning.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Feature vectors in float16, packed: "FOMOFEAT", a version, number of rows, numbers in each, then the rows. Little-endian.
 */
public final class FeatureShard {
    private static final long MAGIC = 0x5441_4546_4F4D_4F46L; // "FOMOFEAT"
    private static final int VERSION = 1;
    private static final int HEADER = Long.BYTES + 3 * Integer.BYTES;

    private FeatureShard() {}

    /** @throws IllegalArgumentException if the rows differ in length, or a value is not finite in float16 */
    public static byte[] pack(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        int size = Math.toIntExact(HEADER + (long) Short.BYTES * rows.length * width);
        ByteBuffer shard = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        shard.putLong(MAGIC).putInt(VERSION).putInt(rows.length).putInt(width);
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != width) {
                throw new IllegalArgumentException("row " + r + " has " + rows[r].length + " numbers, not " + width);
            }
            for (float value : rows[r]) {
                short half = HalfFloat.of(value);
                if ((half & 0x7C00) == 0x7C00) {
                    throw new IllegalArgumentException("row " + r + " holds " + value + ", beyond float16");
                }
                shard.putShort(half);
            }
        }
        return shard.array();
    }

    /** @throws IllegalArgumentException if it is not a shard, or not a whole one */
    public static float[][] unpack(byte[] bytes) {
        FeatureRows rows = open(ByteBuffer.wrap(bytes));
        float[][] values = new float[rows.count()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.row(row);
        }
        return values;
    }

    /**
     * The rows of a shard where it lies, for example in a mapped file.
     *
     * @throws IllegalArgumentException if it is not a shard, or not a whole one
     */
    public static FeatureRows open(ByteBuffer bytes) {
        ByteBuffer shard = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int size = shard.remaining();
        if (size < HEADER || shard.getLong() != MAGIC || shard.getInt() != VERSION) {
            throw new IllegalArgumentException("not a feature shard of version " + VERSION);
        }
        int count = shard.getInt();
        int width = shard.getInt();
        if (count < 0
                || width < 0
                || (long) count * width != shard.remaining() / Short.BYTES
                || shard.remaining() % Short.BYTES != 0
                || (width == 0 && count != 0)) {
            throw new IllegalArgumentException(
                    "a feature shard of " + count + " x " + width + " numbers cannot have " + size + " bytes");
        }
        ShortBuffer halves = shard.slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        List<FeatureRow> rows = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            rows.add(row(halves, row * width, width));
        }
        return new FeatureRows(Math.max(1, width), rows);
    }

    private static FeatureRow row(ShortBuffer halves, int from, int width) {
        return (target, at) -> {
            short[] row = new short[width];
            halves.get(from, row);
            HalfFloat.toFloats(row, target, at);
        };
    }
}
