package ai.fomo.workflows.registry;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.TrainingConfiguration;

/** @param firstExecution Temporal's run id of the first execution, which survives a reset */
public record RunStart(RunId run, String firstExecution, String dataset, TrainingConfiguration configuration) {}
