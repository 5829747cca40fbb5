package ai.fomo.learning.model;

/** Bytes that are not what they were said to be: a model, a head or a training state. Trying again changes nothing. */
public final class NotAModelFileException extends IllegalArgumentException {
    public NotAModelFileException(String message) {
        super(message);
    }

    public NotAModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
