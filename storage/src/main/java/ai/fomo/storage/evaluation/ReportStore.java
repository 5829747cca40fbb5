package ai.fomo.storage.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The pages and model cards of evaluations. A history: what was shown once stays. */
public final class ReportStore {
    private final Jdbi jdbi;

    public ReportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does nothing where this page of the evaluation is recorded. The evaluation must be recorded before. */
    public void record(RunId run, Sha256 report, String standing, Sha256 page, Sha256 card) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evaluation_report (run, report, standing, page, card)
                        values (:run, :report, :standing, :page, :card)
                        on conflict (run, report, page) do nothing""")
                .bind("run", run)
                .bind("report", report)
                .bind("standing", standing)
                .bind("page", page)
                .bind("card", card)
                .execute());
    }

    /** In the order in which they were written. */
    public List<ReportRow> of(RunId run, Sha256 report) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select run, report, standing, page, card, written_at
                        from evaluation_report
                        where run = :run and report = :report
                        order by id""")
                .bind("run", run)
                .bind("report", report)
                .map(ReportStore::row)
                .list());
    }

    private static ReportRow row(ResultSet row, StatementContext context) throws SQLException {
        return new ReportRow(
                new RunId(row.getString("run")),
                new Sha256(row.getString("report")),
                row.getString("standing"),
                new Sha256(row.getString("page")),
                new Sha256(row.getString("card")),
                row.getTimestamp("written_at").toInstant());
    }
}
