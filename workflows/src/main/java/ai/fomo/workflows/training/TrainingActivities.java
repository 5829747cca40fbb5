package ai.fomo.workflows.training;

import ai.fomo.domain.training.TrainingOutcome;
import io.temporal.activity.ActivityInterface;

/** Trains, on the task queue of the accelerator. */
@ActivityInterface
public interface TrainingActivities {
    /** Trains a head, with a checkpoint each epoch; a retry goes on from the newest intact one and ends in the same bytes. */
    TrainingOutcome train(TrainingRequest request);
}
