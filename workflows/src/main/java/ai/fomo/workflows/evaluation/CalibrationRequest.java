package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.training.TrainingConfiguration;

/** @param weights of the head that was trained with this configuration on these features */
public record CalibrationRequest(
        RunId run, FeatureManifest features, TrainingConfiguration configuration, Sha256 weights) {}
