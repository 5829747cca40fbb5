package ai.fomo.workflows.training;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.training.TrainingConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a training: enough to train again.
 *
 * @param dataset name of the source
 * @param mirrored features of the mirrored training images; null where it did not look at them
 * @param model digest of what came of it
 */
public record TrainingRecord(
        String dataset,
        TrainingConfiguration configuration,
        FeatureManifest features,
        @Nullable FeatureManifest mirrored,
        Sha256 model) {}
