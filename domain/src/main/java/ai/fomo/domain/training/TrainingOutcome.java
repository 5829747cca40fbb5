package ai.fomo.domain.training;

import ai.fomo.domain.Sha256;

/** How a training ended. A switch over it has no default branch. */
public sealed interface TrainingOutcome {
    /** @param weights digest of the head's weights, of the best epoch, in {@code checkpoints/} */
    record Converged(int epochs, int bestEpoch, double validationLoss, Sha256 weights) implements TrainingOutcome {}

    /** The loss was not a finite number. */
    record Diverged(int epoch, double learningRate) implements TrainingOutcome {}
}
