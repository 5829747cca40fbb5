package ai.fomo.storage.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Evaluations and decisions by the model that they are about. One of several decisions on an evaluation is a row each. */
public final class ModelJudgements {
    private static final String SELECT = """
            select m.version, e.run, e.report, e.model, e.dataset, e.items, e.figures, e.champion, e.evaluated_at,
                   g.policy, g.verdicts, g.decided_at
            from model m
            join evaluation e on e.run = m.run and e.model = m.digest
            left join gate_decision g on g.run = e.run and g.report = e.report
            """;

    private final Jdbi jdbi;

    public ModelJudgements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order in which they were recorded. */
    public List<ModelJudgement> of(int model) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where m.version = :version order by e.id, g.id nulls first")
                        .bind("version", model)
                        .map(ModelJudgements::row)
                        .list());
    }

    /** The last one of every model, by version. */
    public Map<Integer, ModelJudgement> latest() {
        Map<Integer, ModelJudgement> latest = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(SELECT + "order by g.id nulls first, e.id")
                .map(ModelJudgements::row)
                .forEach(judgement -> latest.put(judgement.model(), judgement)));
        return latest;
    }

    /** Only what the gate decided on, in the order of the decisions; in the transaction of {@code handle}. */
    public static List<ModelJudgement> decided(Handle handle, int model) {
        return handle.createQuery(SELECT + "where m.version = :version and g.id is not null order by g.id")
                .bind("version", model)
                .map(ModelJudgements::row)
                .list();
    }

    private static ModelJudgement row(ResultSet row, StatementContext context) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new ModelJudgement(
                row.getInt("version"),
                EvaluationStore.row(row, context),
                decided == null
                        ? null
                        : new GateDecision(
                                new Sha256(row.getString("policy")),
                                Json.read(row.getString("verdicts"), new TypeReference<List<RuleVerdict>>() {})),
                decided == null ? null : decided.toInstant());
    }
}
