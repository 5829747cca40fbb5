package ai.fomo.migrations;

import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;

/** Brings a PostgreSQL database to the schema in {@code db/migration}, and says how far it is from it. */
public final class Migrate {
    private Migrate() {}

    /**
     * Applies what is missing, each migration in a transaction; of several callers at once, one does it and the others wait.
     *
     * @return how many migrations were applied; 0 where the schema was current
     * @throws MigrationException where the database cannot be reached or a migration fails
     */
    public static int migrate(String url, String user, String password) {
        try {
            return flyway(url, user, password).migrate().migrationsExecuted;
        } catch (FlywaySqlUnableToConnectToDbException e) {
            throw unreachable(url, e);
        } catch (FlywayException e) {
            throw new MigrationException(
                    "the schema at " + address(url) + " could not be migrated: " + e.getMessage(), e);
        }
    }

    /**
     * Changes nothing.
     *
     * @throws MigrationException where the database cannot be reached
     */
    public static SchemaState state(String url, String user, String password) {
        try {
            return state(flyway(url, user, password).info());
        } catch (FlywaySqlUnableToConnectToDbException e) {
            throw unreachable(url, e);
        } catch (FlywayException e) {
            throw new MigrationException("the schema at " + address(url) + " could not be read: " + e.getMessage(), e);
        }
    }

    private static SchemaState state(MigrationInfoService info) {
        MigrationVersion wanted = Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .orElseThrow(() -> new IllegalStateException("no migrations on the class path under db/migration"));
        MigrationInfo current = info.current();
        if (current == null) {
            return new SchemaState.Empty(wanted.getVersion());
        }
        MigrationVersion found = current.getVersion();
        if (found.compareTo(wanted) > 0) {
            return new SchemaState.Ahead(found.getVersion(), wanted.getVersion());
        }
        // A branch merged late leaves a gap below the newest version: that is behind, too.
        return info.pending().length > 0
                ? new SchemaState.Behind(found.getVersion(), wanted.getVersion())
                : new SchemaState.Current(found.getVersion());
    }

    private static Flyway flyway(String url, String user, String password) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load();
    }

    private static MigrationException unreachable(String url, FlywayException cause) {
        return new MigrationException(
                "PostgreSQL at " + address(url)
                        + " cannot be reached; check that it runs, and FOMO_POSTGRES_URL, FOMO_POSTGRES_USER and"
                        + " FOMO_POSTGRES_PASSWORD",
                cause);
    }

    /** The URL less its parameters, which may hold a password. */
    private static String address(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
