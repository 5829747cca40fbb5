package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;

/** @param weights of the trained head */
public record CalibrationRequest(RunId run, FeatureManifest features, Sha256 weights) {}
