package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.Json;
import ai.fomo.storage.WorkflowNumbers;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The retrainings. */
public final class RunStore {
    private static final String SELECT = """
            select run, first_execution, dataset, configuration, started_at, finished_at, outcome, explanation
            from training_run
            """;

    private final Jdbi jdbi;

    public RunStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For the id of the next retraining of a dataset; given once, whether or not it is used. */
    public int nextNumber(String dataset) {
        return WorkflowNumbers.next(jdbi, "retrain-" + dataset);
    }

    /**
     * Does nothing where this execution opened the run already.
     *
     * @throws IllegalStateException where another execution did: its rows would mix with ours
     */
    public void start(RunId run, String firstExecution, String dataset, TrainingConfiguration configuration) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into training_run (run, first_execution, dataset, configuration)
                            values (:run, :firstExecution, :dataset, cast(:configuration as jsonb))
                            on conflict (run) do nothing""")
                    .bind("run", run)
                    .bind("firstExecution", firstExecution)
                    .bind("dataset", dataset)
                    .bind("configuration", Json.write(configuration))
                    .execute();
            String owner = handle.createQuery("select first_execution from training_run where run = :run")
                    .bind("run", run)
                    .mapTo(String.class)
                    .one();
            if (!owner.equals(firstExecution)) {
                throw new IllegalStateException("run " + run + " belongs to another execution of its workflow, " + owner
                        + "; start the retraining under a new id");
            }
        });
    }

    /** The last outcome counts: a workflow that was reset may end differently. */
    public void finish(RunId run, String outcome, String explanation) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update training_run
                        set outcome = :outcome, explanation = :explanation, finished_at = clock_timestamp()
                        where run = :run
                          and (outcome, explanation) is distinct from (:outcome, :explanation)""")
                .bind("run", run)
                .bind("outcome", outcome)
                .bind("explanation", explanation)
                .execute());
    }

    /** A run that has ended goes on: it has no outcome until it ends again. */
    public void reopen(RunId run) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update training_run
                        set outcome = null, explanation = null, finished_at = null
                        where run = :run""").bind("run", run).execute());
    }

    public Optional<RunRow> find(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where run = :run")
                .bind("run", run)
                .map(RunStore::row)
                .findOne());
    }

    /** The latest first. */
    public List<RunRow> list(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by started_at desc limit :limit")
                .bind("limit", limit)
                .map(RunStore::row)
                .list());
    }

    private static RunRow row(ResultSet row, StatementContext context) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new RunRow(
                new RunId(row.getString("run")),
                row.getString("first_execution"),
                row.getString("dataset"),
                Json.read(row.getString("configuration"), new TypeReference<TrainingConfiguration>() {}),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("outcome"),
                row.getString("explanation"));
    }
}
