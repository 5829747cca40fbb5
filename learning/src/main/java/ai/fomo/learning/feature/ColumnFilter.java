package ai.fomo.learning.feature;

/**
 * A {@link Resampling} along a row, three weights at a time: a loop over however many there are would cost more than the sums, and
 * rows that are at most one and a half times too long, as decoding leaves most, need no more.
 *
 * @param first per target pixel, the first source pixel that counts
 * @param weights arrays of three for each target pixel; the n-th is of the source pixels from the 3 n-th after the first on
 */
record ColumnFilter(int[] first, float[][] weights) {
    private static final int TOGETHER = 3;

    /** What a row must have behind its last pixel, of finite values that do not count. */
    static final int BEYOND = TOGETHER - 1;

    static ColumnFilter of(Resampling resampling) {
        int targets = resampling.first().length;
        int arrays = (resampling.longest() + TOGETHER - 1) / TOGETHER;
        float[][] weights = new float[arrays][TOGETHER * targets];
        for (int t = 0; t < targets; t++) {
            float[] line = resampling.weights()[t];
            for (int k = 0; k < line.length; k++) {
                weights[k / TOGETHER][TOGETHER * t + k % TOGETHER] = line[k];
            }
        }
        return new ColumnFilter(resampling.first(), weights);
    }

    /**
     * Adds to three channels at once, which share the weights.
     *
     * @param rows of red, green and blue
     * @param targets of the same, to each number of which something is added
     */
    void add(float[][] rows, float[][] targets) {
        for (int n = 0; n < weights.length; n++) {
            add(rows[0], rows[1], rows[2], weights[n], TOGETHER * n, targets[0], targets[1], targets[2]);
        }
    }

    private void add(
            float[] red,
            float[] green,
            float[] blue,
            float[] weights,
            int ahead,
            float[] reds,
            float[] greens,
            float[] blues) {
        int end = red.length - BEYOND;
        for (int t = 0, w = 0; t < first.length; t++, w += TOGETHER) {
            int from = first[t] + ahead;
            if (from < end) {
                float first = weights[w];
                float second = weights[w + 1];
                float third = weights[w + 2];
                reds[t] += first * red[from] + second * red[from + 1] + third * red[from + 2];
                greens[t] += first * green[from] + second * green[from + 1] + third * green[from + 2];
                blues[t] += first * blue[from] + second * blue[from + 1] + third * blue[from + 2];
            }
        }
    }
}
