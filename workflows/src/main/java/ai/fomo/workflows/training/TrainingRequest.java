package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.training.TrainingConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * One training: features and configuration decide its result, on the same backend to the byte.
 *
 * @param mirrored features of the mirrored training images; null where the configuration does not look at them
 */
public record TrainingRequest(
        RunId run,
        FeatureManifest features,
        TrainingConfiguration configuration,
        @Nullable FeatureManifest mirrored) {}
