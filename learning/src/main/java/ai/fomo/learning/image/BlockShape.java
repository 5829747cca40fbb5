package ai.fomo.learning.image;

/**
 * What becomes of a block's 8 x 8 pixels: as many means over their share of them. Of the 64 waves that a block is written as, some
 * look alike once pixels have been averaged, so those are added up first, and the rest is a smaller transformation.
 *
 * @param across means side by side: 1, 2, 4 or 8
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

    private static final float COS_1 = cosine(1);
    private static final float COS_2 = cosine(2);
    private static final float COS_3 = cosine(3);
    private static final float COS_4 = cosine(4);
    private static final float COS_5 = cosine(5);
    private static final float COS_6 = cosine(6);
    private static final float COS_7 = cosine(7);

    private static float cosine(int sixteenths) {
        return (float) Math.cos(sixteenths * Math.PI / 16);
    }

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

    /** A wave averaged over 8 / n pixels is one over n pixels, lower; from the n-th on it is the one before the n-th, mirrored. */
    private static double factor(int wave, int n) {
        double factor = wave == 0 ? Math.sqrt(0.125) : 0.5;
        for (int averaged = 1; averaged < 8 / n; averaged *= 2) {
            factor *= Math.cos(wave * averaged * Math.PI / 16);
        }
        int folded = wave % (4 * n);
        return wave % n == 0 && wave != 0 ? 0 : folded > n && folded < 3 * n ? -factor : factor;
    }

    private static int target(int wave, int n) {
        int folded = wave % (2 * n);
        return folded < n ? folded : folded == n ? 0 : 2 * n - folded;
    }

    /** All pixels of the block are alike. */
    void fill(float mean, float[][] plane, int top, int left) {
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                plane[top + y][left + x] = mean;
            }
        }
    }

    /**
     * Sums to pixels, centred on 128; sums are zero afterwards.
     *
     * @param read how many of the block's numbers may differ from zero, from the first
     */
    void transform(float[] sums, int read, float[][] plane, int top, int left) {
        sums[0] += 128;
        // The first ten are a triangle at the corner: all other columns are zero.
        int columns = read <= 10 ? Math.min(4, across) : across;
        for (int x = 0; x < columns; x++) {
            line(sums, x, across, down);
        }
        for (int y = 0; y < down; y++) {
            float[] row = plane[top + y];
            if (across == 4) {
                four(sums, 4 * y, row, left);
            } else {
                line(sums, y * across, 1, across);
                for (int x = 0; x < across; x++) {
                    row[left + x] = sums[y * across + x];
                }
            }
        }
        for (int i = 0; i < across * down; i++) {
            sums[i] = 0;
        }
    }

    private static void four(float[] sums, int from, float[] row, int left) {
        float sum = sums[from] + COS_4 * sums[from + 2];
        float difference = sums[from] - COS_4 * sums[from + 2];
        float outer = COS_2 * sums[from + 1] + COS_6 * sums[from + 3];
        float inner = COS_6 * sums[from + 1] - COS_2 * sums[from + 3];
        row[left] = sum + outer;
        row[left + 1] = difference + inner;
        row[left + 2] = difference - inner;
        row[left + 3] = sum - outer;
    }

    /** Where the waves of a row or column add up to, in place. */
    private static void line(float[] sums, int from, int step, int length) {
        switch (length) {
            case 1 -> {}
            case 2 -> two(sums, from, step);
            case 4 -> four(sums, from, step);
            case 8 -> eight(sums, from, step);
            default -> throw new IllegalArgumentException("lines of " + length);
        }
    }

    private static void two(float[] sums, int from, int step) {
        float mean = sums[from];
        float half = COS_4 * sums[from + step];
        sums[from] = mean + half;
        sums[from + step] = mean - half;
    }

    private static void four(float[] sums, int from, int step) {
        float sum = sums[from] + COS_4 * sums[from + 2 * step];
        float difference = sums[from] - COS_4 * sums[from + 2 * step];
        float outer = COS_2 * sums[from + step] + COS_6 * sums[from + 3 * step];
        float inner = COS_6 * sums[from + step] - COS_2 * sums[from + 3 * step];
        sums[from] = sum + outer;
        sums[from + step] = difference + inner;
        sums[from + 2 * step] = difference - inner;
        sums[from + 3 * step] = sum - outer;
    }

    private static void eight(float[] sums, int from, int step) {
        float w1 = sums[from + step];
        float w2 = sums[from + 2 * step];
        float w3 = sums[from + 3 * step];
        float w5 = sums[from + 5 * step];
        float w6 = sums[from + 6 * step];
        float w7 = sums[from + 7 * step];
        float sum = sums[from] + COS_4 * sums[from + 4 * step];
        float difference = sums[from] - COS_4 * sums[from + 4 * step];
        float outer = COS_2 * w2 + COS_6 * w6;
        float inner = COS_6 * w2 - COS_2 * w6;
        // Waves of even number are the same from both ends, the others opposite.
        float odd0 = COS_1 * w1 + COS_3 * w3 + COS_5 * w5 + COS_7 * w7;
        float odd1 = COS_3 * w1 - COS_7 * w3 - COS_1 * w5 - COS_5 * w7;
        float odd2 = COS_5 * w1 - COS_1 * w3 + COS_7 * w5 + COS_3 * w7;
        float odd3 = COS_7 * w1 - COS_5 * w3 + COS_3 * w5 - COS_1 * w7;
        sums[from] = sum + outer + odd0;
        sums[from + step] = difference + inner + odd1;
        sums[from + 2 * step] = difference - inner + odd2;
        sums[from + 3 * step] = sum - outer + odd3;
        sums[from + 4 * step] = sum - outer - odd3;
        sums[from + 5 * step] = difference - inner - odd2;
        sums[from + 6 * step] = difference + inner - odd1;
        sums[from + 7 * step] = sum + outer - odd0;
    }
}
