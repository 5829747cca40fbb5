package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;

/**
 * @param run that trained the model
 * @param report digest of the evaluation that is shown; the gate has decided on it
 */
public record ReportRequest(RunId run, Sha256 report) {}
