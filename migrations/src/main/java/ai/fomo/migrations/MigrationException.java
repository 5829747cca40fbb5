package ai.fomo.migrations;

/** A database could not be reached or brought to the wanted schema. The message says what to do, in one sentence. */
public final class MigrationException extends RuntimeException {
    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
