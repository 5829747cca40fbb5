package ai.fomo.storage.feature;

/**
 * How many images of a dataset have features of an encoder.
 *
 * @param shards in which they lie
 * @param bad images that never will have any
 */
public record FeatureCoverage(int images, int shards, int bad) {}
