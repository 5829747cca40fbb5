package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;

/** @param run that made a model */
public record ReproduceRequest(RunId run) {}
