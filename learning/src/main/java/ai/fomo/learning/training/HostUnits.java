package ai.fomo.learning.training;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** What a layer's units do with their sums, and on the way back. */
final class HostUnits {
    private HostUnits() {}

    /**
     * Adds biases, cuts off what is negative, and drops some.
     *
     * @param sums rows x units; overwritten
     * @param dropout probability of 0 for each number; the others grow, so that their expectation stays
     * @param seed determines which
     */
    static void activate(HostArray sums, float[] biases, double dropout, long seed) {
        int units = biases.length;
        float scale = (float) (1 / (1 - dropout));
        long rows = sums.length() / units;
        int rowsAtOnce = Math.max(1, HostRanges.PIECE / units);
        HostRanges.parallelRows(rows, units, (from, count) -> {
            float[] values = new float[rowsAtOnce * units];
            FloatBuffer all = sums.slice(from * units, Math.multiplyExact(count, units));
            for (int row = 0; row < count; row += rowsAtOnce) {
                int numbers = Math.min(rowsAtOnce, count - row) * units;
                all.get(row * units, values, 0, numbers);
                for (int first = 0; first < numbers; first += units) {
                    rectify(values, first, biases);
                }
                if (dropout > 0) {
                    Dropout.apply(values, numbers, (from + row) * units, dropout, scale, seed);
                }
                all.put(row * units, values, 0, numbers);
            }
        });
    }

    private static void rectify(float[] values, int first, float[] biases) {
        for (int unit = 0; unit < biases.length; unit++) {
            values[first + unit] = Math.max(0, values[first + unit] + biases[unit]);
        }
    }

    /**
     * The gradient of what goes into ReLU and dropout, but for the scale of what is not dropped.
     *
     * @param outputs of the units: 0 where one is off, or dropped
     * @param gradient of them; overwritten
     */
    static void back(HostArray outputs, HostArray gradient) {
        HostRanges.parallel(gradient.length(), (from, count) -> {
            IntBuffer all = gradient.bits(from, count);
            IntBuffer signs = outputs.bits(from, count);
            int[] slopes = new int[HostRanges.PIECE];
            int[] values = new int[HostRanges.PIECE];
            for (int at = 0; at < count; at += HostRanges.PIECE) {
                int numbers = Math.min(HostRanges.PIECE, count - at);
                all.get(at, slopes, 0, numbers);
                signs.get(at, values, 0, numbers);
                keepWherePositive(slopes, values);
                all.put(at, slopes, 0, numbers);
            }
        });
    }

    /**
     * Of floats as bits, where the positive ones are the positive ints, and a mask of all ones comes of the signs of two
     * others. A branch would be guessed wrong half of the time.
     */
    private static void keepWherePositive(int[] slopes, int[] outputs) {
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] &= (-outputs[i] & ~outputs[i]) >> (Integer.SIZE - 1);
        }
    }
}
