package ai.fomo.storage.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the gate said. A history: the first decision on a report under a policy stays. */
public final class GateDecisionStore {
    private final Jdbi jdbi;

    public GateDecisionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does nothing where this policy's decision on the report is recorded. Evaluation and policy must be recorded before. */
    public void record(RunId run, Sha256 report, GateDecision decision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into gate_decision (run, report, policy, passed, verdicts)
                        values (:run, :report, :policy, :passed, cast(:verdicts as jsonb))
                        on conflict (run, report, policy) do nothing""")
                .bind("run", run)
                .bind("report", report)
                .bind("policy", decision.policy())
                .bind("passed", decision.passed())
                .bind("verdicts", Json.write(decision.verdicts()))
                .execute());
    }

    /** In the order in which they were recorded; more than one where the model was judged again, or by another policy. */
    public List<GateDecisionRow> ofRun(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select report, policy, verdicts, decided_at
                        from gate_decision
                        where run = :run
                        order by id""")
                .bind("run", run)
                .map((row, context) -> new GateDecisionRow(
                        new Sha256(row.getString("report")),
                        new GateDecision(
                                new Sha256(row.getString("policy")),
                                Json.read(row.getString("verdicts"), new TypeReference<List<RuleVerdict>>() {})),
                        row.getTimestamp("decided_at").toInstant()))
                .list());
    }
}
