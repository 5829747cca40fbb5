package ai.fomo.learning.feature;

/**
 * All colours of a pixel in one number, a byte each, which a float holds: first + 256 second + 65536 third. A third of the memory
 * of {@link PlanesLayout}, which caches notice.
 *
 * @param range of the values, which decides on their bytes as QuantizeLinear does
 */
record BytesLayout(ActivationRange range) implements ImageLayout {
    private static final int VALUES = 256;

    /** 1.5 x 2^23: so far from 0 floats are whole numbers, so that adding it rounds, a half to the even one. */
    private static final float FAR = 12_582_912;

    private static final float HIGHEST = VALUES - 1;

    @Override
    public int size(int side) {
        return side * side;
    }

    @Override
    public void put(float[][] colours, int y, float[] image) {
        int side = colours[0].length;
        float[] row = new float[side];
        for (int colour = colours.length - 1; colour >= 0; colour--) {
            append(colours[colour], range.scale(), zero(), row);
        }
        System.arraycopy(row, 0, image, y * side, side);
    }

    /** The pixel of nothing but zeros. */
    float zeros() {
        return zero() * (1 + VALUES + VALUES * VALUES);
    }

    private float zero() {
        return Byte.toUnsignedInt(range.zero());
    }

    /**
     * A byte to each number. One colour, one index and no cast: the compiler makes vector instructions of no other loop. Magnitudes
     * cut whole numbers off as min and max would, in half the time, as long as they are below millions.
     */
    private static void append(float[] colour, float scale, float zero, float[] to) {
        for (int i = 0; i < to.length; i++) {
            float whole = colour[i] / scale + FAR - FAR + zero;
            to[i] = VALUES * to[i] + (Math.abs(whole) - Math.abs(whole - HIGHEST) + HIGHEST) / 2;
        }
    }
}
