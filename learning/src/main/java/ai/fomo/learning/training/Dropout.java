package ai.fomo.learning.training;

/** Which numbers are dropped, as a function of a seed and their place. */
final class Dropout {
    private static final int BITS = 24;

    private Dropout() {}

    /**
     * @param first place of {@code values[0]} among all
     * @param scale of those that stay
     */
    static void apply(float[] values, int count, long first, double dropout, float scale, long seed) {
        int bound = (int) Math.round(dropout * (1 << BITS));
        int low = (int) seed;
        int high = (int) (seed >>> Integer.SIZE);
        for (int i = 0; i < count; i++) {
            int drawn = mix(mix((int) (first + i) ^ low) + high) >>> (Integer.SIZE - BITS);
            // All ones where it stays: a branch would be guessed wrong half of the time.
            int mask = (bound - 1 - drawn) >> (Integer.SIZE - 1);
            values[i] = Float.intBitsToFloat(Float.floatToRawIntBits(values[i] * scale) & mask);
        }
    }

    /** The finaliser of MurmurHash3: each bit of the input changes every bit of the output with a chance of about a half. */
    private static int mix(int value) {
        int h = value;
        h = (h ^ (h >>> 16)) * 0x85EB_CA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2_AE35;
        return h ^ (h >>> 16);
    }
}
