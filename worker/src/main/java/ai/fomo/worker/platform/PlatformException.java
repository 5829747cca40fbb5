package ai.fomo.worker.platform;

/** The services cannot be had; the message says which, why, and what to do. */
public final class PlatformException extends RuntimeException {
    public PlatformException(String sentence) {
        super(sentence);
    }

    public PlatformException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
