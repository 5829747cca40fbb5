package ai.fomo.learning.feature;

import java.util.Arrays;

/**
 * How a line of pixels becomes another of different length: a triangle filter as wide as the reduction, so that every source
 * pixel counts; enlarging, it is linear interpolation.
 *
 * @param first per target pixel, the first source pixel that counts
 * @param weights per target pixel, of that source pixel and those after it; they add up to 1
 */
record Resampling(int[] first, float[][] weights) {
    static Resampling of(int source, int target) {
        double scale = (double) source / target;
        double reach = Math.max(1, scale);
        int[] first = new int[target];
        float[][] weights = new float[target][];
        for (int t = 0; t < target; t++) {
            double centre = (t + 0.5) * scale;
            int from = Math.max(0, (int) (centre - reach + 0.5));
            int to = Math.min(source, (int) (centre + reach + 0.5));
            double[] triangle = new double[to - from];
            double sum = 0;
            for (int i = 0; i < triangle.length; i++) {
                triangle[i] = Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / reach);
                sum += triangle[i];
            }
            first[t] = from;
            weights[t] = new float[triangle.length];
            for (int i = 0; i < triangle.length; i++) {
                weights[t][i] = (float) (triangle[i] / sum);
            }
        }
        return new Resampling(first, weights);
    }

    /** The most source pixels that any target pixel is made of. */
    int longest() {
        return Arrays.stream(weights).mapToInt(line -> line.length).max().orElseThrow();
    }
}
