package ai.fomo.learning.training;

import ai.fomo.domain.training.EpochMetric;

/** Told of every epoch as it ends. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * @param state from which the training can go on, if it stops now
     * @throws RuntimeException to stop the training; it comes out of {@link HeadTrainer#train} unchanged
     */
    void onEpoch(EpochMetric metric, TrainingState state);
}
