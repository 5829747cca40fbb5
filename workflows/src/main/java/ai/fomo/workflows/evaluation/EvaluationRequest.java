package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * @param run that trained the model
 * @param features of the dataset whose test items judge the model
 * @param posters features of a dataset of labelled posters; null where there is none
 */
public record EvaluationRequest(
        RunId run,
        FeatureManifest features,
        ModelVersion model,
        @Nullable FeatureManifest posters) {}
