package ai.fomo.workflows.training;

import io.temporal.activity.ActivityInterface;

/** What a reproduction needs besides training: the record of the original, and the comparison with it. */
@ActivityInterface
public interface ReproductionActivities {
    /** Finds what is recorded of a run's training; features that are gone are said here, before anything is trained. */
    TrainingRecord recallTraining(ReproduceRequest request);

    /** Puts two trainings side by side: models, losses of every epoch, and what made them. */
    ReproduceResult compareTrainings(ComparisonRequest request);
}
