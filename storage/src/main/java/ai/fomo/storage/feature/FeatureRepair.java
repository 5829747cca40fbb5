package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import java.time.Instant;

/**
 * A shard that was taken out of the index because it could not be read.
 *
 * @param images that lost their features by it
 */
public record FeatureRepair(Sha256 shard, String reason, int images, Instant recordedAt) {}
