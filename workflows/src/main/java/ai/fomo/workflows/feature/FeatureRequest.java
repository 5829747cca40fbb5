package ai.fomo.workflows.feature;

import ai.fomo.domain.Sha256;

/** @param encoder by name; the worker's encoder of that name decides weights and runtime */
public record FeatureRequest(Sha256 dataset, String encoder) {}
