package ai.fomo.activities.failure;

import ai.fomo.activities.catalogue.CatalogueRequestRefusedException;
import ai.fomo.activities.catalogue.EarlierSyncException;
import ai.fomo.activities.catalogue.UnknownSourceException;
import ai.fomo.activities.dataset.SubsetRefusedException;
import ai.fomo.activities.evaluation.ClassesDifferException;
import ai.fomo.activities.evaluation.EarlierEvaluationException;
import ai.fomo.activities.feature.EncoderMismatchException;
import ai.fomo.activities.feature.FeaturesLostException;
import ai.fomo.activities.feature.ImagesLostException;
import ai.fomo.activities.poster.UnusablePosterException;
import ai.fomo.domain.dataset.DatasetTooSmallException;
import ai.fomo.domain.dataset.GroupTooLargeException;
import ai.fomo.domain.dataset.RareClassesException;
import ai.fomo.learning.feature.MissingWeightsException;
import ai.fomo.learning.feature.UnfitRuntimeException;
import ai.fomo.learning.feature.UnwritableFiltersException;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.training.TrainingTooLargeException;
import ai.fomo.learning.training.UnsupportedDeviceException;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import ai.fomo.storage.DatabaseUnavailableException;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStoreException;
import ai.fomo.storage.blob.LocalDiskException;
import ai.fomo.storage.registry.NothingToRollBackException;
import ai.fomo.storage.registry.PromotionRefusedException;
import ai.fomo.storage.registry.UnknownModelException;
import ai.fomo.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Optional;

/** What our exceptions are called in workflows and in the UI. The one place where a type and its name meet. */
final class Failures {
    private static final Map<Class<? extends RuntimeException>, String> NAMES = Map.ofEntries(
            Map.entry(UnknownSourceException.class, FailureTypes.UNKNOWN_SOURCE),
            Map.entry(CatalogueRequestRefusedException.class, FailureTypes.BAD_INPUT),
            Map.entry(EarlierSyncException.class, FailureTypes.BAD_INPUT),
            Map.entry(DatasetTooSmallException.class, FailureTypes.DATASET_TOO_SMALL),
            Map.entry(RareClassesException.class, FailureTypes.RARE_CLASSES),
            Map.entry(GroupTooLargeException.class, FailureTypes.GROUP_TOO_LARGE),
            Map.entry(SubsetRefusedException.class, FailureTypes.SUBSET_TOO_LARGE),
            Map.entry(EncoderMismatchException.class, FailureTypes.UNKNOWN_ENCODER),
            Map.entry(MissingWeightsException.class, FailureTypes.UNKNOWN_ENCODER),
            Map.entry(UnfitRuntimeException.class, FailureTypes.UNKNOWN_ENCODER),
            Map.entry(UnknownModelException.class, FailureTypes.UNKNOWN_MODEL),
            Map.entry(NotAModelFileException.class, FailureTypes.BLOB_LOST),
            Map.entry(UnsupportedDeviceException.class, FailureTypes.UNSUPPORTED_DEVICE),
            Map.entry(ClassesDifferException.class, FailureTypes.CLASSES_DIFFER),
            Map.entry(EarlierEvaluationException.class, FailureTypes.EARLIER_EVALUATION),
            Map.entry(UnusablePosterException.class, FailureTypes.UNUSABLE_IMAGE),
            Map.entry(NothingToRollBackException.class, FailureTypes.NO_CHAMPION),
            Map.entry(PromotionRefusedException.class, FailureTypes.PROMOTION_REFUSED),
            Map.entry(SourceRefusedException.class, FailureTypes.SOURCE_REFUSED),
            Map.entry(SourceUnavailableException.class, FailureTypes.SOURCE_UNAVAILABLE),
            Map.entry(RateLimitedException.class, FailureTypes.RATE_LIMITED),
            Map.entry(TrainingTooLargeException.class, FailureTypes.MEMORY_TOO_SMALL),
            Map.entry(LocalDiskException.class, FailureTypes.LOCAL_DISK),
            Map.entry(UnwritableFiltersException.class, FailureTypes.LOCAL_DISK),
            Map.entry(FeaturesLostException.class, FailureTypes.FEATURES_LOST),
            Map.entry(ImagesLostException.class, FailureTypes.BLOB_LOST),
            Map.entry(BlobMissingException.class, FailureTypes.BLOB_LOST),
            Map.entry(BlobDamagedException.class, FailureTypes.BLOB_LOST),
            Map.entry(BlobStoreException.class, FailureTypes.SERVICE_UNAVAILABLE),
            Map.entry(DatabaseUnavailableException.class, FailureTypes.SERVICE_UNAVAILABLE));

    private Failures() {}

    /** The failure that an exception of ours stands for; empty for those of others. */
    static Optional<ApplicationFailure> of(RuntimeException exception) {
        String name = NAMES.get(exception.getClass());
        if (name == null) {
            return Optional.empty();
        }
        ApplicationFailure.Builder failure = ApplicationFailure.newBuilder()
                .setMessage(exception.getMessage())
                .setType(name)
                .setCause(exception)
                .setNonRetryable(FailureTypes.nonRetryable().contains(name));
        if (exception instanceof RateLimitedException limited) {
            failure.setNextRetryDelay(limited.retryAfter());
        }
        return Optional.of(failure.build());
    }
}
