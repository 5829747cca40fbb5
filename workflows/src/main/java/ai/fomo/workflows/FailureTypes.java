package ai.fomo.workflows;

import java.util.List;

/**
 * What activities call their failures: the {@code type} of an {@code ApplicationFailure}, whose message is one sentence for a
 * person. The name alone decides whether a failure is tried again, whatever the flag it was thrown with says.
 */
public final class FailureTypes {
    /** A request that no retry makes right. */
    public static final String BAD_INPUT = "BadInput";

    public static final String UNKNOWN_SOURCE = "UnknownSource";
    public static final String UNKNOWN_DATASET = "UnknownDataset";
    public static final String UNKNOWN_ENCODER = "UnknownEncoder";
    public static final String UNKNOWN_MODEL = "UnknownModel";
    /** The champion was asked for, or asked back, and there is none. */
    public static final String NO_CHAMPION = "NoChampion";
    /** The gate has not let the model pass, or it is the champion. */
    public static final String PROMOTION_REFUSED = "PromotionRefused";
    /** A split would be empty, or a class without an example. */
    public static final String DATASET_TOO_SMALL = "DatasetTooSmall";
    /** Classes have fewer examples than the rules allow. */
    public static final String RARE_CLASSES = "RareClasses";
    /** A group fills more than training may hold. */
    public static final String GROUP_TOO_LARGE = "GroupTooLarge";
    /** A subset of more images than there are. */
    public static final String SUBSET_TOO_LARGE = "SubsetTooLarge";

    /** The worker's host has no GPU, or one that nothing here runs on; a setting of the host decides, not a retry. */
    public static final String UNSUPPORTED_DEVICE = "UnsupportedDevice";
    /** A dataset and a model do not speak of the same classes. */
    public static final String CLASSES_DIFFER = "ClassesDiffer";
    /** An evaluation in the form of an earlier version; judged again, the model has one of this version. */
    public static final String EARLIER_EVALUATION = "EarlierEvaluation";

    public static final String UNUSABLE_IMAGE = "UnusableImage";
    /** The outside API says no for good: 401, 403, 404. */
    public static final String SOURCE_REFUSED = "SourceRefused";
    /** A training for which this worker has not the memory. */
    public static final String MEMORY_TOO_SMALL = "MemoryTooSmall";
    /** What was stored is not there, or is not what it was; see {@code fomo gc} and the backups. */
    public static final String BLOB_LOST = "BlobLost";
    /** Features are not where a manifest says; the same activity tries in vain, a workflow has them computed again. */
    public static final String FEATURES_LOST = "FeaturesLost";

    /** Tried again after the delay that the outside API asked for. */
    public static final String RATE_LIMITED = "RateLimited";
    /** Tried again: an outside API that did not answer. */
    public static final String SOURCE_UNAVAILABLE = "SourceUnavailable";
    /** Tried again: a database or an object store that did not answer. */
    public static final String SERVICE_UNAVAILABLE = "ServiceUnavailable";
    /** Tried again: a worker's own disk is full, or cannot be written. */
    public static final String LOCAL_DISK = "LocalDisk";
    /** Tried again: the worker was stopped in the middle. */
    public static final String INTERRUPTED = "Interrupted";

    private static final List<String> FINAL = List.of(
            BAD_INPUT,
            UNKNOWN_SOURCE,
            UNKNOWN_DATASET,
            UNKNOWN_ENCODER,
            UNKNOWN_MODEL,
            NO_CHAMPION,
            PROMOTION_REFUSED,
            DATASET_TOO_SMALL,
            RARE_CLASSES,
            GROUP_TOO_LARGE,
            SUBSET_TOO_LARGE,
            UNSUPPORTED_DEVICE,
            CLASSES_DIFFER,
            EARLIER_EVALUATION,
            UNUSABLE_IMAGE,
            SOURCE_REFUSED,
            MEMORY_TOO_SMALL,
            BLOB_LOST,
            FEATURES_LOST,
            // Mistakes of ours, which stay mistakes however often they are made.
            NullPointerException.class.getName(),
            IllegalArgumentException.class.getName(),
            ClassCastException.class.getName(),
            IndexOutOfBoundsException.class.getName(),
            ArrayIndexOutOfBoundsException.class.getName());

    private FailureTypes() {}

    /** Those that are never tried again. */
    public static List<String> nonRetryable() {
        return FINAL;
    }
}
