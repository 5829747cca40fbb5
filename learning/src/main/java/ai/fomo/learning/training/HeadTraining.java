package ai.fomo.learning.training;

/** How the training of a head ended. */
public sealed interface HeadTraining {
    /**
     * It stopped improving, or had all its epochs.
     *
     * @param epochs how many it took in all
     * @param weights of the best epoch, for {@link Head#load}
     */
    record Converged(int epochs, int bestEpoch, double validationLoss, byte[] weights) implements HeadTraining {}

    /** The loss was not a finite number. */
    record Diverged(int epoch, double learningRate) implements HeadTraining {}
}
