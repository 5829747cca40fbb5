package ai.fomo.domain.feature;

import ai.fomo.domain.Sha256;

/**
 * Where the features of one image lie.
 *
 * @param shard digest of a packed shard in {@code features/}
 * @param row counted from 0
 */
public record FeatureLocation(Sha256 shard, int row) {
    public FeatureLocation {
        if (row < 0) {
            throw new IllegalArgumentException("row must not be negative, was " + row);
        }
    }
}
