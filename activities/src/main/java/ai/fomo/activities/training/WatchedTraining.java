package ai.fomo.activities.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.domain.training.TrainingProgress;
import ai.fomo.learning.training.Snapshot;
import ai.fomo.learning.training.TrainingListener;
import ai.fomo.storage.training.EpochMetricStore;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import org.jspecify.annotations.Nullable;

/** Keeps what a training hands over, tells Temporal where it stands, and stops it where Temporal does not want it any more. */
final class WatchedTraining implements TrainingListener {
    private final RunId run;
    private final TrainingConfiguration configuration;
    private final @Nullable String resumedBehind;
    private final ActivityExecutionContext context;
    private final Checkpoints checkpoints;
    private final EpochMetricStore epochs;

    private @Nullable EpochMetric lastEpoch;
    private @Nullable ActivityCompletionException unwanted;

    WatchedTraining(
            RunId run,
            TrainingConfiguration configuration,
            @Nullable String resumedBehind,
            ActivityExecutionContext context,
            Checkpoints checkpoints,
            EpochMetricStore epochs) {
        this.run = run;
        this.configuration = configuration;
        this.resumedBehind = resumedBehind;
        this.context = context;
        this.checkpoints = checkpoints;
        this.epochs = epochs;
    }

    /** What Temporal said when it did not want the training any more: cancelled, or this worker is to stop. */
    @Nullable
    ActivityCompletionException unwanted() {
        return unwanted;
    }

    @Override
    public Signal onStep(int epoch, int step, int steps) {
        try {
            // For people watching, and the way a cancellation gets in; rows decide where a retry goes on.
            context.heartbeat(
                    new TrainingProgress(epoch, configuration.epochs(), step, steps, lastEpoch, resumedBehind));
            return Signal.GO_ON;
        } catch (ActivityCompletionException e) {
            unwanted = e;
            return Signal.STOP;
        }
    }

    @Override
    public void onEpoch(EpochMetric metric) {
        // Before the checkpoint: what comes after it is never trained again, and would have no row.
        epochs.record(run, metric);
        lastEpoch = metric;
    }

    @Override
    public Sha256 onSnapshot(Snapshot snapshot) {
        return checkpoints.save(snapshot);
    }
}
