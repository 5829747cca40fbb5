package ai.fomo.workflows.evaluation;

import ai.fomo.domain.evaluation.GateDecision;

/** The decision as it was recorded. */
public record GateResult(GateDecision decision) {}
