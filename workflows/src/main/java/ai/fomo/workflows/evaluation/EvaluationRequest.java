package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.registry.ModelVersion;

/** A model and the features of the dataset whose test items judge it. */
public record EvaluationRequest(RunId run, FeatureManifest features, ModelVersion model) {}
