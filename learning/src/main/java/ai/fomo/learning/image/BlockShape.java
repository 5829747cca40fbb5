package ai.fomo.learning.image;

/**
 * What becomes of a block's 8 x 8 pixels: fewer, each the mean over its share of them. Of the 64 waves that a block is written as, some
 * look alike once pixels have been averaged, so those are added up first, and the rest is a smaller transformation.
 *
 * @param across means side by side: 1, 2, 3, 4, 6 or 8
 * @param down means one below the other, likewise
 * @param factors for each wave, in the order of the file, what its number is multiplied by
 * @param targets for each wave, which sum it goes into; sums are rows of {@code across}
 */
record BlockShape(int across, int down, float[] factors, int[] targets) {
    private static final int[] PLACES = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    /** @param quantisation of each wave, in the order of the file */
    static BlockShape of(int across, int down, int[] quantisation) {
        float[] factors = new float[64];
        int[] targets = new int[64];
        for (int k = 0; k < 64; k++) {
            int horizontal = PLACES[k] % 8;
            int vertical = PLACES[k] / 8;
            factors[k] = (float) (quantisation[k] * factor(horizontal, across) * factor(vertical, down));
            targets[k] = target(vertical, down) * across + target(horizontal, across);
        }
        return new BlockShape(across, down, factors, targets);
    }

    /**
     * A wave averaged over 8 / n pixels is one over n pixels, lower; from the n-th on it is the one before the n-th, mirrored. Where
     * 8 / n is no whole number, this is the same formula, which has one there, too.
     */
    private static double factor(int wave, int n) {
        if (wave == 0) {
            return Math.sqrt(0.125);
        }
        if (wave % n == 0) {
            return 0;
        }
        double mean = Math.sin(wave * Math.PI / (2 * n)) / (8.0 / n * Math.sin(wave * Math.PI / 16));
        int folded = wave % (4 * n);
        return folded > n && folded < 3 * n ? -0.5 * mean : 0.5 * mean;
    }

    private static int target(int wave, int n) {
        int folded = wave % (2 * n);
        return folded < n ? folded : folded == n ? 0 : 2 * n - folded;
    }
}
