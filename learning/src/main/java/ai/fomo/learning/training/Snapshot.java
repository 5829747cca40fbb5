package ai.fomo.learning.training;

import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A training at a position. Weights and optimiser are those of the moment: to be written before the training goes on.
 *
 * @param lossSum of the items of the unfinished epoch so far
 * @param best epoch so far, but for the one that ends here
 * @param improved the validation loss of the epoch that ends here, where it is the best one so far: its weights are these
 */
public record Snapshot(
        Position position,
        double lossSum,
        Optional<BestEpoch> best,
        Optional<Double> improved,
        Content weights,
        Content optimiser) {

    /** Something that writes itself, the same bytes each time. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
