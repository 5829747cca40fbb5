package ai.fomo.learning.feature;

import ai.fomo.learning.image.PixelRows;
import java.util.Arrays;

/** The rows of a picture that its next target row is made of; each is read once. */
final class RowWindow {
    private final PixelRows image;

    /** Red, green and blue of a row; row y is in the place y modulo their number. */
    private final float[][][] rows;

    private int read;

    /** @param longest the most rows that are summed at once */
    RowWindow(PixelRows image, int longest) {
        this.image = image;
        this.rows = new float[longest][3][image.width()];
    }

    /**
     * @param first row that counts, never less than in the call before
     * @param sums of red, green and blue
     */
    void sum(int first, float[] weights, float[][] sums) {
        for (; read < first + weights.length; read++) {
            image.read(read, rows[read % rows.length]);
        }
        for (int channel = 0; channel < 3; channel++) {
            Arrays.fill(sums[channel], 0);
            for (int k = 0; k < weights.length; k++) {
                add(weights[k], rows[(first + k) % rows.length][channel], sums[channel], image.width());
            }
        }
    }

    private static void add(float weight, float[] row, float[] sums, int width) {
        for (int x = 0; x < width; x++) {
            sums[x] += weight * row[x];
        }
    }
}
