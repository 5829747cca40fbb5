package ai.fomo.activities.poster;

/** A poster that will not become usable by trying again. */
public final class UnusablePosterException extends RuntimeException {
    public UnusablePosterException(String message) {
        super(message);
    }

    public UnusablePosterException(String message, Throwable cause) {
        super(message, cause);
    }
}
