package ai.fomo.workflows.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;

/**
 * @param missing digest of the list of images without features, one per line in order, in {@code features/}
 * @param images how many they are
 * @param shardSize images per shard; the last one may hold fewer
 */
public record FeaturePlan(Sha256 dataset, EncoderId encoder, Sha256 missing, int images, int shardSize) {
    public int shards() {
        return (images + shardSize - 1) / shardSize;
    }
}
