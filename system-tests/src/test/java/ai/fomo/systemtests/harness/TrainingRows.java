package ai.fomo.systemtests.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the database says of trainings, by a connection and SQL of its own. */
public final class TrainingRows implements AutoCloseable {
    /** How far a training is: epochs that are done, and steps of the one after them. */
    public record Place(int epochs, int steps) {}

    /** @param best digest of the best weights; null before the first epoch has ended */
    public record Row(
            Place place,
            String weights,
            String optimiser,
            @Nullable String best) {}

    /** @param resumed null where it began at the beginning */
    public record Attempt(@Nullable Place resumed, List<String> passedOver) {}

    /** Of an epoch, to the last bit. */
    public record Losses(int epoch, double training, double validation) {}

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    private TrainingRows(Connection connection) {
        this.connection = connection;
    }

    public static TrainingRows of(String jdbcUrl) {
        try {
            return new TrainingRows(DriverManager.getConnection(jdbcUrl, "postgres", ""));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The furthest first. */
    public List<Row> checkpoints(String run) {
        return list(
                """
                select epochs, steps, weights, optimiser, best_weights from checkpoint
                where run = ? order by epochs desc, steps desc""",
                run,
                row -> new Row(
                        new Place(row.getInt(1), row.getInt(2)), row.getString(3), row.getString(4), row.getString(5)));
    }

    /** In the order in which they began. */
    public List<Attempt> attempts(String run) {
        return list(
                "select resumed_epochs, resumed_steps, passed_over from training_attempt where run = ? order by number",
                run,
                row -> new Attempt(
                        row.getObject(1) == null ? null : new Place(row.getInt(1), row.getInt(2)),
                        List.of((String[]) row.getArray(3).getArray())));
    }

    public List<Losses> epochs(String run) {
        return list(
                "select epoch, training_loss, validation_loss from epoch_metric where run = ? order by epoch",
                run,
                row -> new Losses(row.getInt(1), row.getDouble(2), row.getDouble(3)));
    }

    /** Digests of the models that came out of it. */
    public List<String> models(String run) {
        return list("select digest from model where run = ?", run, row -> row.getString(1));
    }

    /** Digests of the blobs in {@code checkpoints/} that a run says it needs. */
    public Set<String> claimed(String run) {
        return new HashSet<>(list("select digest from checkpoint_blob where run = ?", run, row -> row.getString(1)));
    }

    /** That a run goes over in each epoch. */
    public int trainingImages(String run) {
        return list("""
                        select train_items
                        from training_run
                        join dataset_build on dataset_build.name = training_run.dataset
                        join dataset on dataset.digest = dataset_build.dataset
                        where run = ?""", run, row -> row.getInt(1)).get(0);
    }

    private synchronized <T> List<T> list(String query, String run, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, run);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
