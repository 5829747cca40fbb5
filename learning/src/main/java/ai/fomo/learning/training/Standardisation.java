package ai.fomo.learning.training;

import ai.fomo.learning.feature.FeatureRows;
import java.util.Arrays;

/**
 * Brings every feature to mean 0 and deviation 1 over the training items.
 *
 * @param deviation at least a quarter of what features move by on the whole (root mean square), and a thousandth: a feature that
 *     hardly ever moves, such as one of VGG16's that no training image has, must not be blown up by the one time it does
 */
record Standardisation(float[] mean, float[] deviation) {
    private static final double SMALLEST_DEVIATION = 1e-3;
    private static final double SMALLEST_SHARE = 0.25;

    static Standardisation of(FeatureRows rows) {
        int width = rows.width();
        double[] sum = new double[width];
        float[] row = new float[width];
        for (int r = 0; r < rows.count(); r++) {
            rows.rows().get(r).read(row, 0);
            for (int i = 0; i < width; i++) {
                sum[i] += row[i];
            }
        }
        float[] mean = new float[width];
        double[] squares = new double[width];
        for (int i = 0; i < width; i++) {
            mean[i] = (float) (sum[i] / rows.count());
        }
        for (int r = 0; r < rows.count(); r++) {
            rows.rows().get(r).read(row, 0);
            for (int i = 0; i < width; i++) {
                double difference = row[i] - mean[i];
                squares[i] += difference * difference;
            }
        }
        double smallest = Math.max(SMALLEST_DEVIATION, SMALLEST_SHARE * rootMean(squares, rows.count()));
        float[] deviation = new float[width];
        for (int i = 0; i < width; i++) {
            deviation[i] = (float) Math.max(smallest, Math.sqrt(squares[i] / rows.count()));
        }
        return new Standardisation(mean, deviation);
    }

    /** @param squares per feature, summed over the rows */
    private static double rootMean(double[] squares, int rows) {
        return Math.sqrt(Arrays.stream(squares).sum() / squares.length / rows);
    }

    /** Leaves features as they are. */
    static Standardisation none(int width) {
        float[] ones = new float[width];
        Arrays.fill(ones, 1);
        return new Standardisation(new float[width], ones);
    }

    int width() {
        return mean.length;
    }

    /** @param rows one after the other; standardised in place */
    void apply(float[] rows) {
        for (int from = 0; from < rows.length; from += mean.length) {
            apply(rows, from);
        }
    }

    /** @param from where in {@code values} the row lies that is standardised in place */
    void apply(float[] values, int from) {
        for (int i = 0; i < mean.length; i++) {
            values[from + i] = (values[from + i] - mean[i]) / deviation[i];
        }
    }
}
