package ai.fomo.workflows.feature;

/** @param shard counted from 0 */
public record FeatureShardRequest(FeaturePlan plan, int shard) {}
