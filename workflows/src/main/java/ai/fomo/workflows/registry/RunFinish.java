package ai.fomo.workflows.registry;

import ai.fomo.domain.RunId;

/** @param outcome a RetrainOutcome, or CANCELLED or FAILED with the explanation of what happened */
public record RunFinish(RunId run, String outcome, String explanation) {
    public static final String CANCELLED = "CANCELLED";
    public static final String FAILED = "FAILED";

    /** Whether somebody may want the run to go on from where it stopped. */
    public boolean mayGoOn() {
        return outcome.equals(CANCELLED) || outcome.equals(FAILED);
    }
}
