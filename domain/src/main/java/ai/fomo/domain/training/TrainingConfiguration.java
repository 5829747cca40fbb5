package ai.fomo.domain.training;

import java.util.List;

/**
 * Everything that decides a training besides its data and its backend.
 *
 * @param preset the name it goes by
 * @param hiddenUnits widths of the layers between features and scores; empty for a linear head
 * @param dropout probability of dropping a hidden unit, 0 for none
 * @param weightDecay decoupled, as in AdamW: a step shrinks weights by this times the learning rate
 * @param patience epochs without a better validation loss before it stops
 */
public record TrainingConfiguration(
        String preset,
        List<Integer> hiddenUnits,
        double dropout,
        double learningRate,
        double weightDecay,
        int batch,
        int epochs,
        int patience,
        long seed) {
    public TrainingConfiguration {
        hiddenUnits = List.copyOf(hiddenUnits);
        require(hiddenUnits.stream().allMatch(units -> units > 0), "hidden units must be positive");
        require(dropout >= 0 && dropout < 1, "dropout must be in [0, 1), was " + dropout);
        require(learningRate > 0, "learning rate must be positive, was " + learningRate);
        require(weightDecay >= 0, "weight decay must not be negative, was " + weightDecay);
        require(batch > 0, "batch must be positive, was " + batch);
        require(epochs > 0, "epochs must be positive, was " + epochs);
        require(patience > 0 && patience <= epochs, "patience must be in [1, epochs], was " + patience);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
