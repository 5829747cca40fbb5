package ai.fomo.learning.weights;

/** A file of weights that cannot be used, in a sentence that says why. Trying again changes nothing. */
public final class UnusableWeightsException extends RuntimeException {
    public UnusableWeightsException(String message) {
        super(message);
    }

    public UnusableWeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
