package ai.fomo.domain.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;

/**
 * A position to go on from: everything up to and including {@code epoch} is in {@code state}.
 *
 * @param state digest of a safetensors file in {@code checkpoints/}
 * @param bestEpoch the epoch with the lowest validation loss so far
 */
public record Checkpoint(RunId run, int epoch, Sha256 state, double validationLoss, int bestEpoch) {
    public Checkpoint {
        if (epoch < 1 || bestEpoch < 1 || bestEpoch > epoch) {
            throw new IllegalArgumentException("best epoch " + bestEpoch + " must be in [1, " + epoch + "]");
        }
    }
}
