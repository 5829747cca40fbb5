package ai.fomo.activities.training;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.learning.feature.Vgg16;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.training.LastBlock;
import ai.fomo.learning.training.MemoryEstimate;
import ai.fomo.learning.training.ResumePoint;
import ai.fomo.learning.training.Trainer;
import ai.fomo.learning.training.TrainingData;
import ai.fomo.learning.training.TrainingResult;
import ai.fomo.learning.training.TrainingTooLargeException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.LocalDiskException;
import ai.fomo.storage.blob.ScratchDirectory;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.training.CheckpointStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.workflows.training.TrainingActivities;
import ai.fomo.workflows.training.TrainingRequest;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@inheritDoc} */
public final class TrainingActivitiesImpl implements TrainingActivities {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingActivitiesImpl.class);

    private final DatasetStore datasets;
    private final CheckpointStore checkpoints;
    private final EpochMetricStore epochs;
    private final TrainingAttemptStore attempts;
    private final FeatureReader features;
    private final BlobStore blobs;
    private final ScratchDirectory scratch;
    private final Supplier<Provenance> provenance;

    /** @param provenance of what this process trains; asked first, since it looks whether there is a device to train on */
    public TrainingActivitiesImpl(
            DatasetStore datasets,
            CheckpointStore checkpoints,
            EpochMetricStore epochs,
            TrainingAttemptStore attempts,
            FeatureReader features,
            BlobStore blobs,
            ScratchDirectory scratch,
            Supplier<Provenance> provenance) {
        this.datasets = datasets;
        this.checkpoints = checkpoints;
        this.epochs = epochs;
        this.attempts = attempts;
        this.features = features;
        this.blobs = blobs;
        this.scratch = scratch;
        this.provenance = provenance;
    }

    @Override
    public TrainingOutcome train(TrainingRequest request) {
        Provenance madeBy = provenance.get();
        RunId run = request.run();
        TrainingConfiguration configuration = request.configuration();
        TrainingData data =
                new LabelledFeatures(datasets, features).forTraining(request.features(), request.mirrored());
        Optional<LastBlock> pretrained = pretrained(configuration, request.features());
        MemoryEstimate estimate = MemoryEstimate.of(configuration, data.features(), data.classes(), pretrained);
        MemoryEstimate.available().ifPresent(available -> estimate.require(configuration, available));

        Checkpoints kept = new Checkpoints(run, checkpoints, blobs, scratch);
        Checkpoints.Newest newest = kept.newest();
        newest.passedOver().forEach(sentence -> LOG.warn("{}: {}", run, sentence));
        Optional<ResumePoint> from = newest.intact();
        from.ifPresent(
                point -> LOG.info("{} goes on behind {}", run, point.position().inWords()));
        attempts.record(attempt(request, madeBy, newest));

        WatchedTraining watched = new WatchedTraining(
                run,
                configuration,
                from.map(point -> point.position().inWords()).orElse(null),
                Activity.getExecutionContext(),
                kept,
                epochs);
        return outcome(train(data, configuration, pretrained, from, watched), watched);
    }

    private TrainingResult train(
            TrainingData data,
            TrainingConfiguration configuration,
            Optional<LastBlock> pretrained,
            Optional<ResumePoint> from,
            WatchedTraining watched) {
        try {
            return Trainer.train(data, configuration, pretrained, from, watched);
        } catch (IOException e) {
            throw LocalDiskException.of(scratch.newFile("checkpoint"), e);
        } catch (OutOfMemoryError e) {
            // ND4J's arrays, most likely, which the estimate before did not foresee: again would be the same.
            throw TrainingTooLargeException.ranOut(configuration, e);
        } finally {
            from.ifPresent(point -> {
                scratch.remove(point.weights());
                scratch.remove(point.optimiser());
            });
        }
    }

    private static TrainingOutcome outcome(TrainingResult result, WatchedTraining watched) {
        if (result instanceof TrainingResult.Converged converged) {
            return new TrainingOutcome.Converged(
                    converged.epochs(),
                    converged.best().epoch(),
                    converged.best().validationLoss(),
                    converged.best().weights());
        }
        if (result instanceof TrainingResult.Diverged diverged) {
            return new TrainingOutcome.Diverged(diverged.epoch(), diverged.learningRate());
        }
        ActivityCompletionException unwanted = watched.unwanted();
        if (unwanted == null) {
            throw new IllegalStateException("a training stops only where Temporal does not want it any more");
        }
        throw unwanted;
    }

    /** What the last block begins with. */
    private Optional<LastBlock> pretrained(TrainingConfiguration configuration, FeatureManifest features) {
        if (configuration.network() != Network.LAST_BLOCK) {
            return Optional.empty();
        }
        byte[] weights = blobs.get(BlobKind.WEIGHTS, features.encoder().weights());
        return Optional.of(LastBlock.ofVgg16(
                SafeTensors.parse(weights).require(Vgg16.FORMAT).tensors()));
    }

    private static TrainingAttempt attempt(TrainingRequest request, Provenance madeBy, Checkpoints.Newest newest) {
        FeatureManifest mirrored = request.mirrored();
        Sha256 mirroredBlob = mirrored == null ? null : mirrored.blob();
        return new TrainingAttempt(
                request.run(),
                request.features().blob(),
                mirroredBlob,
                madeBy.codeVersion(),
                madeBy.jdk(),
                madeBy.backend(),
                newest.intact().map(ResumePoint::position).orElse(null),
                newest.passedOver());
    }
}
