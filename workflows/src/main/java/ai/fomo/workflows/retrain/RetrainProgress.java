package ai.fomo.workflows.retrain;

import org.jspecify.annotations.Nullable;

/** @param waitingFor what a person has to do for the run to go on, as a sentence; null where it waits for nobody */
public record RetrainProgress(
        RetrainStage stage, String detail, @Nullable String waitingFor) {}
