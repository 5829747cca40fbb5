package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.training.TrainingConfiguration;

/** One training: features and configuration decide its result, on the same backend to the byte. */
public record TrainingRequest(RunId run, FeatureManifest features, TrainingConfiguration configuration) {}
