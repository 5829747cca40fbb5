package ai.fomo.workflows.feature;

import ai.fomo.domain.feature.FeatureManifest;
import io.temporal.activity.ActivityInterface;

/** Looks up, computes and gathers features. Planning and gathering are I/O; only {@link #extractShard} needs the encoder's host. */
@ActivityInterface
public interface FeatureActivities {
    /**
     * Lists the images that the cache lacks, cut into shards, as a blob; an encoder is resolved to its id. Of another view
     * than the original, only those that are trained on. What lies in a shard that is gone is lacking too.
     */
    FeaturePlan planFeatures(FeatureRequest request);

    /** Encodes the images of one shard and puts their features. A retry redoes this shard and no other. */
    FeatureShardResult extractShard(FeatureShardRequest request);

    /** Writes the manifest: where each item's features lie. Items whose image went bad are left out and counted. */
    FeatureManifest gatherFeatures(FeaturePlan plan);
}
