package ai.fomo.systemtests.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the history of promotions all the time, by a connection and SQL of its own, and notes whatever is not as it
 * must be at every moment: numbers without a gap, each row on the champion of the row before, one champion, nothing
 * changed or removed, no execution twice.
 */
public final class PromotionWatch implements AutoCloseable {
    /** @param previous null for the first */
    public record Row(int number, int model, @Nullable Integer previous, String workflow, String firstExecution) {}

    private final String jdbcUrl;
    private final Thread thread = new Thread(this::watch, "promotion-watch");
    private final List<String> violations = new ArrayList<>();
    private List<Row> seen = List.of();
    private int looks;
    private volatile boolean stopped;

    private PromotionWatch(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    public static PromotionWatch of(String jdbcUrl) {
        PromotionWatch watch = new PromotionWatch(jdbcUrl);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "")) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            while (!stopped) {
                look(connection);
                FomoHome.sleep(java.time.Duration.ofMillis(2));
            }
            look(connection);
        } catch (SQLException e) {
            note("the watch itself failed: " + e);
        }
    }

    private void look(Connection connection) throws SQLException {
        List<Row> rows = rows(connection);
        List<Integer> champions = champions(connection);
        connection.commit();
        check(rows, champions);
        synchronized (this) {
            seen = rows;
            looks++;
        }
    }

    private void check(List<Row> rows, List<Integer> champions) {
        if (rows.size() < seen.size() || !rows.subList(0, seen.size()).equals(seen)) {
            note("what had happened has changed: " + seen + " became " + rows);
        }
        Set<String> executions = new HashSet<>();
        Integer champion = null;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.number() != i + 1) {
                note("a gap before number " + row.number());
            }
            if (!Objects.equals(row.previous(), champion)) {
                note("number " + row.number() + " follows champion " + row.previous() + ", but it was " + champion);
            }
            if (!executions.add(row.firstExecution())) {
                note(row.workflow() + " promoted twice");
            }
            champion = row.model();
        }
        if (!champions.equals(champion == null ? List.of() : List.of(champion))) {
            note("champions are " + champions + ", the last promotion is of " + champion);
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select number, model, previous, workflow, first_execution from promotion order by number")) {
            while (result.next()) {
                rows.add(new Row(
                        result.getInt(1),
                        result.getInt(2),
                        result.getObject(3, Integer.class),
                        result.getString(4),
                        result.getString(5)));
            }
        }
        return rows;
    }

    private static List<Integer> champions(Connection connection) throws SQLException {
        List<Integer> champions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select version from model_alias where alias = 'champion'")) {
            while (result.next()) {
                champions.add(result.getInt(1));
            }
        }
        return champions;
    }

    private synchronized void note(String violation) {
        violations.add(violation);
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** As last seen. */
    public synchronized List<Row> history() {
        return seen;
    }

    public synchronized int looks() {
        return looks;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
