package ai.fomo.activities.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.feature.EncodingCost;
import ai.fomo.learning.feature.FeatureExtractor;

/**
 * How many images make a shard: as many as keep a host with two cores busy for some 15 seconds, twice as long where it takes two shards at
 * once. What a killed worker loses is no more, progress is seen as often, and what a shard costs besides is lost in it.
 */
final class ShardSize {
    private static final int CORE_MILLISECONDS = 30_000;

    /** Wide features have to fit in memory, those of two shards at once, as they come and packed. */
    private static final int BYTES = 128 << 20;

    private static final int BYTES_A_NUMBER = Float.BYTES + Short.BYTES;

    private ShardSize() {}

    static int of(EncoderId encoder) {
        int affordable = CORE_MILLISECONDS / EncodingCost.coreMilliseconds(encoder.name());
        int fitting = BYTES / (BYTES_A_NUMBER * encoder.dimension());
        // A part of a batch takes nearly as long as a whole one.
        int batches = Math.min(affordable, fitting) / FeatureExtractor.BATCH;
        return Math.max(1, batches) * FeatureExtractor.BATCH;
    }
}
