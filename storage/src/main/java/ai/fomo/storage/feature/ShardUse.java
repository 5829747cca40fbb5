package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;

/**
 * What a dataset has of a shard.
 *
 * @param images of the dataset, of which the shard holds the features; it may hold others' besides
 * @param rows that it has at least
 * @param bytes of the whole shard
 */
public record ShardUse(Sha256 shard, int images, int rows, long bytes) {}
