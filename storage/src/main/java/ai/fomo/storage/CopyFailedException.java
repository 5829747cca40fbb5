package ai.fomo.storage;

/** PostgreSQL broke off a COPY; its transaction is lost with it. */
public final class CopyFailedException extends RuntimeException {
    CopyFailedException(String into, Exception cause) {
        super("rows could not be copied into " + into + ": " + cause.getMessage(), cause);
    }
}
