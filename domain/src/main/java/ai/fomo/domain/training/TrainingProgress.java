package ai.fomo.domain.training;

import org.jspecify.annotations.Nullable;

/**
 * Where a training stands, for people who watch: what its activity's heartbeats say. It decides nothing.
 *
 * @param epoch that is under way, counted from 1
 * @param epochs at most
 * @param step of the epoch, counted from 1
 * @param steps of an epoch
 * @param lastEpoch what the epoch before came to; null in the first one
 * @param resumedBehind the position this attempt went on from, in words; null where it began at the beginning
 */
public record TrainingProgress(
        int epoch,
        int epochs,
        int step,
        int steps,
        @Nullable EpochMetric lastEpoch,
        @Nullable String resumedBehind) {}
