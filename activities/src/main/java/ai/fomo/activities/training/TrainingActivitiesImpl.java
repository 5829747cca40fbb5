package ai.fomo.activities.training;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.learning.training.HeadTrainer;
import ai.fomo.learning.training.HeadTraining;
import ai.fomo.learning.training.TrainingData;
import ai.fomo.learning.training.TrainingState;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.training.CheckpointStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.workflows.training.TrainingActivities;
import ai.fomo.workflows.training.TrainingRequest;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@inheritDoc} */
public final class TrainingActivitiesImpl implements TrainingActivities {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingActivitiesImpl.class);

    private final DatasetStore datasets;
    private final CheckpointStore checkpoints;
    private final EpochMetricStore epochs;
    private final BlobStore blobs;

    public TrainingActivitiesImpl(
            DatasetStore datasets, CheckpointStore checkpoints, EpochMetricStore epochs, BlobStore blobs) {
        this.datasets = datasets;
        this.checkpoints = checkpoints;
        this.epochs = epochs;
        this.blobs = blobs;
    }

    @Override
    public TrainingOutcome train(TrainingRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        TrainingData data = new LabelledFeatures(datasets, new FeatureReader(blobs)).forTraining(request.features());
        HeadTraining training =
                HeadTrainer.train(data, request.configuration(), newestIntact(request.run()), (metric, state) -> {
                    save(request.run(), metric, state);
                    // For people watching, and the way a cancellation gets in; the rows above decide where a retry goes
                    // on.
                    context.heartbeat(metric);
                });
        if (training instanceof HeadTraining.Converged converged) {
            Sha256 weights = blobs.put(BlobKind.CHECKPOINTS, converged.weights());
            return new TrainingOutcome.Converged(
                    converged.epochs(), converged.bestEpoch(), converged.validationLoss(), weights);
        }
        HeadTraining.Diverged diverged = (HeadTraining.Diverged) training;
        return new TrainingOutcome.Diverged(diverged.epoch(), diverged.learningRate());
    }

    /** State first, then its row, so that a row never points to nothing. */
    private void save(RunId run, EpochMetric metric, TrainingState state) {
        Sha256 digest = blobs.put(BlobKind.CHECKPOINTS, state.toBytes());
        checkpoints.save(new Checkpoint(run, metric.epoch(), digest, metric.validationLoss(), state.bestEpoch()));
        epochs.record(run, metric);
    }

    private Optional<TrainingState> newestIntact(RunId run) {
        for (Checkpoint checkpoint : checkpoints.newestFirst(run)) {
            try {
                byte[] state = blobs.get(BlobKind.CHECKPOINTS, checkpoint.state());
                LOG.info("{} goes on behind epoch {}", run, checkpoint.epoch());
                return Optional.of(TrainingState.parse(state));
            } catch (BlobMissingException | BlobDamagedException e) {
                LOG.warn("{}: checkpoint of epoch {} is passed over: {}", run, checkpoint.epoch(), e.getMessage());
            }
        }
        return Optional.empty();
    }
}
