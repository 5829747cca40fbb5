package ai.fomo.learning.training;

import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.Position;

/** How a training, or this attempt at it, ended. */
public sealed interface TrainingResult {
    /**
     * It stopped improving, or had all its epochs.
     *
     * @param epochs how many it took in all
     * @param best whose weights, kept by the listener, are the result
     */
    record Converged(int epochs, BestEpoch best) implements TrainingResult {}

    /** The listener wanted it to stop; the last checkpoint is of this position. */
    record Stopped(Position at) implements TrainingResult {}

    /** The loss was not a finite number, or far above where it began. */
    record Diverged(int epoch, double learningRate) implements TrainingResult {}
}
