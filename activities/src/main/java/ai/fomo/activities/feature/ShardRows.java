package ai.fomo.activities.feature;

import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.feature.FeatureShard;
import java.nio.ByteBuffer;

/** A shard's rows, held against what the index says of them. */
public final class ShardRows {
    private ShardRows() {}

    /**
     * @param width numbers in each row
     * @param rows that there are at least
     * @throws IllegalArgumentException saying what is wrong with it, where it is no shard or another one than expected
     */
    public static FeatureRows open(ByteBuffer shard, int width, int rows) {
        FeatureRows found = FeatureShard.open(shard);
        if (found.width() != width || found.count() < rows) {
            throw new IllegalArgumentException("a shard of " + found.count() + " rows of " + found.width()
                    + " numbers, where there must be " + rows + " of " + width);
        }
        return found;
    }
}
