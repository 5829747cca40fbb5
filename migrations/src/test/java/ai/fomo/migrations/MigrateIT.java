package ai.fomo.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MigrateIT {
    private static final String USER = "postgres";

    private static EmbeddedPostgres server;
    private static int databases;
    private String url;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        String name = "migrate_" + ++databases;
        execute(server.getJdbcUrl(USER, "postgres"), "create database " + name);
        url = server.getJdbcUrl(USER, name);
    }

    @Test
    void anEmptyDatabaseIsBroughtToTheWantedSchema() {
        assertThat(state()).isInstanceOf(SchemaState.Empty.class);

        assertThat(migrate()).isPositive();

        assertThat(state()).isInstanceOf(SchemaState.Current.class);
        assertThat(state().usable()).isTrue();
    }

    @Test
    void aCurrentDatabaseIsLeftAlone() {
        migrate();

        assertThat(migrate()).isZero();
    }

    @Test
    void aMissingMigrationIsBehindAndIsApplied() {
        FluentConfiguration ours = Flyway.configure().dataSource(url, USER, "").locations("classpath:db/migration");
        MigrationInfo[] all = ours.load().info().all();
        ours.target(all[all.length - 2].getVersion()).load().migrate();

        assertThat(state()).isInstanceOf(SchemaState.Behind.class);
        assertThat(state().usable()).isFalse();
        assertThat(state().explanation()).contains("run 'fomo migrate'");
        assertThat(migrate()).isOne();
        assertThat(state()).isInstanceOf(SchemaState.Current.class);
    }

    @Test
    void aSchemaOfANewerProgramIsAheadAndIsNotTouched() throws SQLException {
        migrate();
        execute(url, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                                                   execution_time, success)
                values (1000, '29990101000000', 'later', 'SQL', 'V29990101000000__later.sql', 'postgres', 1, true)""");

        assertThat(state()).isInstanceOf(SchemaState.Ahead.class);
        assertThat(state().explanation()).contains("29990101000000");
    }

    @Test
    void ofSeveralCallersAtOnceEachMigrationIsAppliedByOne() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> migrate = this::migrate;
            int applied = 0;
            for (Future<Integer> caller : callers.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                applied += caller.get();
            }
            assertThat(applied).isEqualTo(appliedMigrations());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void anUnreachableDatabaseIsOneSentenceWithTheNamesToCheck() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/fomo?password=secret";

        assertThatThrownBy(() -> Migrate.state(nowhere, USER, ""))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/fomo cannot be reached")
                .hasMessageContaining("FOMO_POSTGRES_URL")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Migrate.migrate(nowhere, USER, "")).isInstanceOf(MigrationException.class);
    }

    private int migrate() {
        return Migrate.migrate(url, USER, "");
    }

    private SchemaState state() {
        return Migrate.state(url, USER, "");
    }

    private int appliedMigrations() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from flyway_schema_history")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
