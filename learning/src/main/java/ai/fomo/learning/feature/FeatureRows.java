package ai.fomo.learning.feature;

import java.util.Arrays;
import java.util.List;

/**
 * Feature vectors of equal length, by row. They may lie in mapped files: a dataset's need not fit in memory.
 *
 * @param width numbers in each row
 */
public record FeatureRows(int width, List<FeatureRow> rows) {
    public FeatureRows {
        rows = List.copyOf(rows);
        if (width < 1) {
            throw new IllegalArgumentException("a feature vector must have numbers, width was " + width);
        }
    }

    /** @throws IllegalArgumentException if there are none, or their lengths differ */
    public static FeatureRows of(float[][] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there are no feature vectors");
        }
        for (float[] row : values) {
            if (row.length != values[0].length) {
                throw new IllegalArgumentException(
                        "a feature vector has " + row.length + " numbers, others have " + values[0].length);
            }
        }
        return new FeatureRows(
                values[0].length, Arrays.stream(values).map(FeatureRow::of).toList());
    }

    public int count() {
        return rows.size();
    }

    public float[] row(int row) {
        float[] values = new float[width];
        rows.get(row).read(values, 0);
        return values;
    }

    /** @return the rows in [from, to), one after the other */
    public float[] block(int from, int to) {
        float[] values = new float[Math.multiplyExact(to - from, width)];
        for (int row = from; row < to; row++) {
            rows.get(row).read(values, (row - from) * width);
        }
        return values;
    }
}
