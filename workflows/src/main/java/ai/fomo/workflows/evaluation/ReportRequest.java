package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * @param run that trained the model
 * @param report digest of the evaluation that is shown; the gate has decided on it
 * @param awaitsPerson whether a person decides on a model that passed; null where it is not known, or was not yet recorded
 */
public record ReportRequest(
        RunId run, Sha256 report, @Nullable Boolean awaitsPerson) {
    public ReportRequest(RunId run, Sha256 report) {
        this(run, report, null);
    }
}
