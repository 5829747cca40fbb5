package ai.fomo.storage.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How models were judged. A history: the first record of a report stays. */
public final class EvaluationStore {
    private final Jdbi jdbi;

    public EvaluationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Does nothing where the run's report is recorded.
     *
     * @param report digest of the evaluation, in {@code evaluations/}
     * @param champion who was the champion when the model was judged, even where it could not be compared
     */
    public void record(Sha256 report, Evaluation evaluation, @Nullable ModelVersion champion) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evaluation (run, report, model, dataset, items, figures, champion)
                        values (:run, :report, :model, :dataset, :items, cast(:figures as jsonb), :champion)
                        on conflict (run, report) do nothing""")
                .bind("run", evaluation.source().run())
                .bind("report", report)
                .bind("model", evaluation.source().model().digest())
                .bind("dataset", evaluation.source().dataset())
                .bind("items", evaluation.test().items())
                .bind("figures", Json.write(evaluation.test().figures()))
                .bind("champion", champion == null ? null : champion.version())
                .execute());
    }

    /** In the order in which they were recorded; more than one where the champion changed meanwhile. */
    public List<EvaluationRow> ofRun(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select run, report, model, dataset, items, figures, champion, evaluated_at
                        from evaluation
                        where run = :run
                        order by id""")
                .bind("run", run)
                .map(EvaluationStore::row)
                .list());
    }

    static EvaluationRow row(ResultSet row, StatementContext context) throws SQLException {
        return new EvaluationRow(
                new RunId(row.getString("run")),
                new Sha256(row.getString("report")),
                new Sha256(row.getString("model")),
                new Sha256(row.getString("dataset")),
                row.getInt("items"),
                Json.read(row.getString("figures"), new TypeReference<Figures>() {}),
                row.getObject("champion", Integer.class),
                row.getTimestamp("evaluated_at").toInstant());
    }
}
