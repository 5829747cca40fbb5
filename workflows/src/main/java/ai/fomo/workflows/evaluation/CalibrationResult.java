package ai.fomo.workflows.evaluation;

import ai.fomo.domain.registry.ModelVersion;

/** @param model registered, not yet promoted */
public record CalibrationResult(ModelVersion model) {}
