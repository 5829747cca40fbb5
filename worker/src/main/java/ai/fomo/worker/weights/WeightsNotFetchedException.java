package ai.fomo.worker.weights;

/** Weights could not be had, or are not what they should be; the message says why, and what to do. */
public final class WeightsNotFetchedException extends RuntimeException {
    public WeightsNotFetchedException(String sentence) {
        super(sentence);
    }

    public WeightsNotFetchedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
