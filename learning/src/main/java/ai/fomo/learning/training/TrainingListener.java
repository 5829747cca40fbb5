package ai.fomo.learning.training;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.EpochMetric;
import java.io.IOException;

/** Keeps what a training must not lose, and decides whether it goes on. What its methods throw ends the training as it is. */
public interface TrainingListener {
    /** Whether to go on after a step; where not, a last snapshot is handed over first. */
    enum Signal {
        GO_ON,
        STOP
    }

    /**
     * @param epoch that is under way, counted from 1
     * @param step that is done, counted from 1
     * @param steps of an epoch
     */
    Signal onStep(int epoch, int step, int steps);

    /** An epoch with its validation; its snapshot follows. */
    void onEpoch(EpochMetric metric);

    /**
     * A position to go on from, at the end of each epoch and where the configuration asks for it within one.
     *
     * @param snapshot to be written before this method returns
     * @return digest of the weights, by which {@link TrainingResult.Converged} names the best ones
     */
    Sha256 onSnapshot(Snapshot snapshot) throws IOException;
}
