package ai.fomo.domain.training;

import ai.fomo.domain.Sha256;

/**
 * The epoch with the lowest validation loss so far.
 *
 * @param weights digest of the weights after it, in {@code checkpoints/}: kept where they are, not copied
 */
public record BestEpoch(int epoch, double validationLoss, Sha256 weights) {
    public BestEpoch {
        if (epoch < 1) {
            throw new IllegalArgumentException("epochs are counted from 1, was " + epoch);
        }
    }
}
