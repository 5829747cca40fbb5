package ai.fomo.learning.image;

/** An image that cannot be used. It is the image's fault: trying again changes nothing. */
public final class UnusableImageException extends Exception {
    /** What is wrong with it. */
    public enum Reason {
        UNREADABLE,
        UNSUPPORTED_TYPE,
        TOO_LARGE,
        TRUNCATED
    }

    private final Reason reason;

    public UnusableImageException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnusableImageException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
