package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.Locale;

/** A training that this machine has not the memory for. The message says what fits, in one sentence. */
public final class TrainingTooLargeException extends RuntimeException {
    private TrainingTooLargeException(String message) {
        super(message);
    }

    private TrainingTooLargeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Where memory was gone in the middle, whatever was estimated. */
    public static TrainingTooLargeException ranOut(TrainingConfiguration configuration, OutOfMemoryError cause) {
        return new TrainingTooLargeException(
                "memory ran out in training " + configuration.preset() + " with a batch of " + configuration.batch()
                        + " (" + cause.getMessage()
                        + "); choose a smaller batch or preset, or a worker with more memory",
                cause);
    }

    static TrainingTooLargeException of(TrainingConfiguration configuration, MemoryEstimate estimate, long available) {
        long largest = estimate.largestBatch(available);
        String wayOut = largest > 0
                ? "the largest batch that fits is " + largest + ": --batch " + largest
                : "no batch fits, so train on a worker with more memory, or another preset";
        return new TrainingTooLargeException(String.format(
                Locale.ROOT,
                "training %s with a batch of %,d takes about %s of memory, and this worker has %s left; %s",
                configuration.preset(),
                configuration.batch(),
                gibibytes(estimate.of(configuration.batch())),
                gibibytes(available),
                wayOut));
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
