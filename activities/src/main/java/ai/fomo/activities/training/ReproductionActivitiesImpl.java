package ai.fomo.activities.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.workflows.training.ComparisonRequest;
import ai.fomo.workflows.training.Difference;
import ai.fomo.workflows.training.ReproduceRequest;
import ai.fomo.workflows.training.ReproduceResult;
import ai.fomo.workflows.training.ReproductionActivities;
import ai.fomo.workflows.training.ReproductionOutcome;
import ai.fomo.workflows.training.TrainingRecord;
import java.util.List;
import java.util.Optional;

/** {@inheritDoc} */
public final class ReproductionActivitiesImpl implements ReproductionActivities {
    private final RunStore runs;
    private final ModelStore models;
    private final TrainingAttemptStore attempts;
    private final EpochMetricStore epochs;
    private final BlobStore blobs;

    public ReproductionActivitiesImpl(
            RunStore runs, ModelStore models, TrainingAttemptStore attempts, EpochMetricStore epochs, BlobStore blobs) {
        this.runs = runs;
        this.models = models;
        this.attempts = attempts;
        this.epochs = epochs;
        this.blobs = blobs;
    }

    @Override
    public TrainingRecord recallTraining(ReproduceRequest request) {
        RunId run = request.run();
        RunRow row = runs.find(run).orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
        RegisteredModel model = last(models.ofRun(run))
                .map(ModelRow::model)
                .orElseThrow(() -> new IllegalArgumentException("run " + run + " has made no model"));
        TrainingAttempt attempt = last(attempts.of(run))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "run " + run
                                        + " was trained by an earlier version, which did not record on what; there is nothing to train on"));
        Sha256 mirrored = attempt.mirrored();
        return new TrainingRecord(
                row.dataset(),
                row.configuration(),
                manifest(attempt.features(), model, model.encoder()),
                mirrored == null
                        ? null
                        : manifest(mirrored, model, model.encoder().with(View.MIRROR)),
                model.digest());
    }

    @Override
    public ReproduceResult compareTrainings(ComparisonRequest request) {
        RunId original = request.original();
        RunId reproduction = request.reproduction();
        List<EpochMetric> trained = epochs.of(original);
        List<Difference> differences =
                TrainingDifferences.inResult(request.model(), request.reproduced(), trained, epochs.of(reproduction));
        return new ReproduceResult(
                original,
                reproduction,
                differences.isEmpty() ? ReproductionOutcome.SAME : ReproductionOutcome.DIFFERENT,
                request.model(),
                request.reproduced(),
                trained.size(),
                differences,
                TrainingDifferences.inMakers(attempts.of(original), attempts.of(reproduction)));
    }

    private FeatureManifest manifest(Sha256 blob, RegisteredModel model, EncoderId encoder) {
        int images = FeatureIndex.parse(blobs.get(BlobKind.FEATURES, blob))
                .locations()
                .size();
        return new FeatureManifest(blob, model.dataset(), encoder, images, 0);
    }

    /** Of a run that was reset there may be several. */
    private static <T> Optional<T> last(List<T> rows) {
        return rows.stream().reduce((earlier, later) -> later);
    }
}
