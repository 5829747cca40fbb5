package ai.fomo.domain.training;

import ai.fomo.domain.feature.View;
import java.util.List;

/**
 * Everything that decides a training besides its data and its backend.
 *
 * @param preset the name it goes by
 * @param hiddenUnits widths of the dense layers between features and scores; empty for a linear head
 * @param dropout probability of dropping an input of a dense layer, 0 for none; features of an encoder are never dropped
 * @param learningRate of Adam
 * @param weightDecay decoupled, as in AdamW: a step shrinks weights by this times the learning rate
 * @param views that a training image may be seen in, the original among them; one is drawn for each image and epoch
 * @param patience epochs without a better validation loss before it stops
 * @param checkpointSteps steps between two checkpoints within an epoch; 0 for checkpoints at the ends of epochs only
 */
public record TrainingConfiguration(
        String preset,
        Network network,
        List<Integer> hiddenUnits,
        double dropout,
        double learningRate,
        Schedule schedule,
        double weightDecay,
        Loss loss,
        List<View> views,
        int batch,
        int epochs,
        int patience,
        int checkpointSteps,
        long seed) {
    public TrainingConfiguration {
        // Configurations of earlier versions lack what was not there to choose.
        network = network == null ? Network.HEAD : network;
        schedule = schedule == null ? Schedule.CONSTANT : schedule;
        loss = loss == null ? Loss.BINARY_CROSS_ENTROPY : loss;
        views = views == null ? List.of(View.ORIGINAL) : List.copyOf(views);
        hiddenUnits = List.copyOf(hiddenUnits);
        require(hiddenUnits.stream().allMatch(units -> units > 0), "hidden units must be positive");
        require(dropout >= 0 && dropout < 1, "dropout must be in [0, 1), was " + dropout);
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "learning rate must be positive, was " + learningRate);
        require(weightDecay >= 0, "weight decay must not be negative, was " + weightDecay);
        require(
                views.contains(View.ORIGINAL) && views.stream().distinct().count() == views.size(),
                "views must be different ones with the original among them, were " + views);
        require(batch > 0, "batch must be positive, was " + batch);
        require(epochs > 0, "epochs must be positive, was " + epochs);
        require(
                patience > 0 && patience <= epochs,
                "patience must be from 1 to the number of epochs, " + epochs + ", was " + patience);
        require(checkpointSteps >= 0, "steps between checkpoints must not be negative, were " + checkpointSteps);
    }

    /** A head with the plain loss, at a constant rate, on images as they are. */
    public TrainingConfiguration(
            String preset,
            List<Integer> hiddenUnits,
            double dropout,
            double learningRate,
            double weightDecay,
            int batch,
            int epochs,
            int patience,
            long seed) {
        this(
                preset,
                Network.HEAD,
                hiddenUnits,
                dropout,
                learningRate,
                Schedule.CONSTANT,
                weightDecay,
                Loss.BINARY_CROSS_ENTROPY,
                List.of(View.ORIGINAL),
                batch,
                epochs,
                patience,
                0,
                seed);
    }

    /** The same with another seed. */
    public TrainingConfiguration seeded(long other) {
        return new TrainingConfiguration(
                preset,
                network,
                hiddenUnits,
                dropout,
                learningRate,
                schedule,
                weightDecay,
                loss,
                views,
                batch,
                epochs,
                patience,
                checkpointSteps,
                other);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
