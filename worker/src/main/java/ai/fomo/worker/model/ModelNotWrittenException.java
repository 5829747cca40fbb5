package ai.fomo.worker.model;

/** A model cannot be written where it was asked for; the message is a sentence for the person. */
public final class ModelNotWrittenException extends RuntimeException {
    public ModelNotWrittenException(String message) {
        super(message);
    }

    public ModelNotWrittenException(String message, Throwable cause) {
        super(message, cause);
    }
}
