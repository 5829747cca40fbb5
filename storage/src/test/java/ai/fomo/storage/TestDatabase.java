package ai.fomo.storage;

import ai.fomo.migrations.Migrate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated database for a test class. All classes of a JVM share one real PostgreSQL, whose template is migrated once. */
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final String USER = "postgres";
    private static final String TEMPLATE = "fomo_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private String name = "";
    private Database database;

    @Override
    public void beforeAll(ExtensionContext context) {
        name = "test_" + COUNT.incrementAndGet();
        administer("create database " + name + " template " + TEMPLATE);
        database = Database.open(configuration());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
        administer("drop database " + name);
    }

    public Database database() {
        return database;
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    public DatabaseConfiguration configuration() {
        return new DatabaseConfiguration(Server.RUNNING.getJdbcUrl(USER, name), USER, "", 8);
    }

    private static void administer(String statement) {
        Jdbi.create(Server.RUNNING.getPostgresDatabase()).useHandle(handle -> handle.execute(statement));
    }

    /** Started by the first class that needs it; stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Jdbi.create(server.getPostgresDatabase())
                        .useHandle(handle -> handle.execute("create database " + TEMPLATE));
                Migrate.migrate(server.getJdbcUrl(USER, TEMPLATE), USER, "");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
