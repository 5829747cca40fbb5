package ai.fomo.workflows.retrain;

import org.jspecify.annotations.Nullable;

/**
 * Where a retraining stands.
 *
 * @param detail of the stage, as a phrase
 * @param child id of the child workflow that does the stage's work, and has a progress of its own; null where there is none
 * @param waitingFor what a person has to do for the run to go on, as a sentence; null where it waits for nobody
 * @param dataset what came of building it, in one line; null until it is built
 */
public record RetrainProgress(
        RetrainStage stage,
        String detail,
        @Nullable String child,
        @Nullable String waitingFor,
        @Nullable String dataset) {}
