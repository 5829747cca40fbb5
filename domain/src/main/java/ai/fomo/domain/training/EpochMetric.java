package ai.fomo.domain.training;

import org.jspecify.annotations.Nullable;

/**
 * What an epoch came to. What is null was not recorded by the version that trained it.
 *
 * @param epoch counted from 1
 * @param trainingLoss mean per item and class over the epoch's batches, as trained: with dropout, by the configured loss
 * @param validationLoss the same on the validation items, without dropout
 * @param validationMeanAveragePrecision over the genres that a validation item has; null also where none has any
 * @param seconds of this attempt: an epoch that was resumed halfway counts its second half
 * @param imagesPerSecond trained on, validation not counted
 * @param residentBytes of the process, anonymous pages only, at the end of the epoch
 */
public record EpochMetric(
        int epoch,
        double trainingLoss,
        double validationLoss,
        @Nullable Double validationMeanAveragePrecision,
        double seconds,
        @Nullable Double imagesPerSecond,
        @Nullable Long residentBytes) {
    /** Losses and time alone. */
    public EpochMetric(int epoch, double trainingLoss, double validationLoss, double seconds) {
        this(epoch, trainingLoss, validationLoss, null, seconds, null, null);
    }
}
