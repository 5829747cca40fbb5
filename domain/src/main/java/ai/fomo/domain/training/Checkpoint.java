package ai.fomo.domain.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import java.util.Optional;

/**
 * A position to go on from: all that the next step depends on besides data, configuration and backend.
 *
 * @param weights digest of the network's weights, in {@code checkpoints/}
 * @param optimiser digest of the optimiser's state, in {@code checkpoints/}
 * @param lossSum of the items of the unfinished epoch so far
 * @param best empty as long as no epoch is done
 */
public record Checkpoint(
        RunId run, Position position, Sha256 weights, Sha256 optimiser, double lossSum, Optional<BestEpoch> best) {
    public Checkpoint {
        if (best.map(BestEpoch::epoch).orElse(0) > position.epochs() || best.isEmpty() != (position.epochs() == 0)) {
            throw new IllegalArgumentException("after " + position.epochs() + " epochs the best one cannot be "
                    + best.map(epoch -> String.valueOf(epoch.epoch())).orElse("missing"));
        }
    }
}
