package ai.fomo.workflows.registry;

import ai.fomo.domain.RunId;

/** @param outcome a RetrainOutcome, or CANCELLED or FAILED with the explanation of what happened */
public record RunFinish(RunId run, String outcome, String explanation) {}
