package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.storage.TextArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tries at trainings. A history. */
public final class TrainingAttemptStore {
    private final Jdbi jdbi;

    public TrainingAttemptStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Under the run's next number. Of a run one training is under way at a time. */
    public void record(TrainingAttempt attempt) {
        Position resumed = attempt.resumedFrom();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into training_attempt (
                          run, number, features, mirrored, code_version, jdk, backend,
                          resumed_epochs, resumed_steps, passed_over)
                        select :run, coalesce(max(number), 0) + 1, :features, :mirrored, :codeVersion, :jdk, :backend,
                               :epochs, :steps, :passedOver
                        from training_attempt
                        where run = :run""")
                .bind("run", attempt.run())
                .bind("features", attempt.features())
                .bind("mirrored", attempt.mirrored())
                .bind("codeVersion", attempt.codeVersion())
                .bind("jdk", attempt.jdk())
                .bind("backend", attempt.backend())
                .bind("epochs", resumed == null ? null : resumed.epochs())
                .bind("steps", resumed == null ? null : resumed.steps())
                .bindArray("passedOver", String.class, attempt.passedOver())
                .execute());
    }

    /** In the order in which they began. */
    public List<TrainingAttempt> of(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select features, mirrored, code_version, jdk, backend, resumed_epochs, resumed_steps, passed_over
                        from training_attempt
                        where run = :run
                        order by number""")
                .bind("run", run)
                .map((row, context) -> attempt(run, row))
                .list());
    }

    private static TrainingAttempt attempt(RunId run, ResultSet row) throws SQLException {
        return new TrainingAttempt(
                run,
                new Sha256(row.getString("features")),
                digest(row.getString("mirrored")),
                row.getString("code_version"),
                row.getString("jdk"),
                row.getString("backend"),
                row.getObject("resumed_epochs") == null
                        ? null
                        : new Position(row.getInt("resumed_epochs"), row.getInt("resumed_steps")),
                TextArrays.read(row, "passed_over"));
    }

    private static @Nullable Sha256 digest(@Nullable String hex) {
        return hex == null ? null : new Sha256(hex);
    }
}
