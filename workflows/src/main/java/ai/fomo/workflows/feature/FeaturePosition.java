package ai.fomo.workflows.feature;

/**
 * How far an extraction is.
 *
 * @param nextShard every shard before it is done
 */
public record FeaturePosition(FeaturePlan plan, int nextShard) {
    public FeaturePosition {
        if (nextShard < 0 || nextShard > plan.shards()) {
            throw new IllegalArgumentException("shard must be in [0, " + plan.shards() + "], was " + nextShard);
        }
    }
}
