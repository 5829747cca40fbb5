package ai.fomo.domain.training;

/**
 * What an epoch came to.
 *
 * @param epoch counted from 1
 * @param trainingLoss mean binary cross-entropy per item and class over the epoch's batches, as trained (with dropout)
 * @param validationLoss the same on the validation items, without dropout
 */
public record EpochMetric(int epoch, double trainingLoss, double validationLoss, double seconds) {}
