package ai.fomo.learning.training;

/**
 * Brings every feature to mean 0 and deviation 1 over the training items.
 *
 * @param deviation at least a thousandth: a feature that hardly ever moves must not be blown up by the one time it does
 */
record Standardisation(float[] mean, float[] deviation) {
    private static final double SMALLEST_DEVIATION = 1e-3;

    static Standardisation of(float[][] rows) {
        int width = rows[0].length;
        double[] sum = new double[width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                sum[i] += row[i];
            }
        }
        float[] mean = new float[width];
        double[] squares = new double[width];
        for (int i = 0; i < width; i++) {
            mean[i] = (float) (sum[i] / rows.length);
        }
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                double difference = row[i] - mean[i];
                squares[i] += difference * difference;
            }
        }
        float[] deviation = new float[width];
        for (int i = 0; i < width; i++) {
            deviation[i] = (float) Math.max(SMALLEST_DEVIATION, Math.sqrt(squares[i] / rows.length));
        }
        return new Standardisation(mean, deviation);
    }

    /** @param at where in {@code target} the standardised row goes */
    void apply(float[] row, float[] target, int at) {
        for (int i = 0; i < row.length; i++) {
            target[at + i] = (row[i] - mean[i]) / deviation[i];
        }
    }
}
