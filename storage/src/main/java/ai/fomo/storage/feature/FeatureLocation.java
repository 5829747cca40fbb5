package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;

/**
 * Where an image's features lie.
 *
 * @param shard digest of the shard in {@code features/}
 * @param row counted from 0
 */
public record FeatureLocation(Sha256 shard, int row) {}
