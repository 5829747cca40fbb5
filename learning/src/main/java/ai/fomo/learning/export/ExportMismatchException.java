package ai.fomo.learning.export;

/** An exported model does not say what the model itself says; it is not to be used. */
public final class ExportMismatchException extends RuntimeException {
    public ExportMismatchException(String message) {
        super(message);
    }

    public ExportMismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
