package ai.fomo.worker.configuration;

import java.util.Optional;

/** A PostgreSQL server and who we are there. */
public record PostgresConnection(String jdbcUrl, String user, String password) {
    static Optional<PostgresConnection> from(Variables variables) {
        return variables.find("FOMO_POSTGRES_URL").map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new ConfigurationException(
                        "FOMO_POSTGRES_URL is '" + url + "', but must look like jdbc:postgresql://host:5432/database.");
            }
            String because = "FOMO_POSTGRES_URL is set";
            return new PostgresConnection(
                    url,
                    variables.require("FOMO_POSTGRES_USER", because),
                    variables.require("FOMO_POSTGRES_PASSWORD", because));
        });
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
