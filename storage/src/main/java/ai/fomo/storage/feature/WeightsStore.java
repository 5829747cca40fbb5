package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Which weights somebody has provided, and where they come from. A history: of a name, the newest row counts. */
public final class WeightsStore {
    private static final String SELECT = "select name, digest, source, origin, recorded_at from encoder_weights ";

    private final Jdbi jdbi;

    public WeightsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Says which weights count from now on; does nothing where these do already. Put the file before. */
    public void record(String name, Sha256 digest, Sha256 source, String origin) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into encoder_weights (name, digest, source, origin)
                        select :name, :digest, :source, :origin
                        where not exists (
                          select from (select * from encoder_weights where name = :name order by id desc limit 1) newest
                          where digest = :digest and source = :source and origin = :origin)""")
                .bind("name", name)
                .bind("digest", digest)
                .bind("source", source)
                .bind("origin", origin)
                .execute());
    }

    /** Those that count now; empty where nobody has provided any. */
    public Optional<WeightsRow> newest(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where name = :name order by id desc limit 1")
                .bind("name", name)
                .map(WeightsStore::row)
                .findOne());
    }

    /** The latest first. */
    public List<WeightsRow> list() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by id desc")
                .map(WeightsStore::row)
                .list());
    }

    private static WeightsRow row(ResultSet row, StatementContext context) throws SQLException {
        return new WeightsRow(
                row.getString("name"),
                new Sha256(row.getString("digest")),
                new Sha256(row.getString("source")),
                row.getString("origin"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
