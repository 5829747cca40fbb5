package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;

/** @param report digest of the evaluation that is judged */
public record GateRequest(RunId run, Sha256 report) {}
