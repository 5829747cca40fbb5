package ai.fomo.storage;

/** PostgreSQL could not be reached. The message says what to do, in one sentence. */
public final class DatabaseUnavailableException extends RuntimeException {
    DatabaseUnavailableException(DatabaseConfiguration configuration, Throwable cause) {
        super(
                "PostgreSQL at " + configuration.address() + " cannot be reached as user '" + configuration.user()
                        + "'; check that it runs, and FOMO_POSTGRES_URL, FOMO_POSTGRES_USER and FOMO_POSTGRES_PASSWORD",
                cause);
    }
}
