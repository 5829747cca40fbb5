package ai.fomo.storage;

/**
 * Where PostgreSQL is.
 *
 * @param poolSize the most connections that are open at once
 */
public record DatabaseConfiguration(String jdbcUrl, String user, String password, int poolSize) {
    /** The URL less its parameters, for people: they may hold a password. */
    public String address() {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }

    @Override
    public String toString() {
        return user + " at " + address();
    }
}
