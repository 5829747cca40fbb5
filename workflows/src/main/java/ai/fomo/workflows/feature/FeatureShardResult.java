package ai.fomo.workflows.feature;

/** @param bad images that could no longer be read or decoded; each is recorded with its reason */
public record FeatureShardResult(int images, int bad) {}
