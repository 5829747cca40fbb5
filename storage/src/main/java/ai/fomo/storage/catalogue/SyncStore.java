package ai.fomo.storage.catalogue;

import ai.fomo.storage.TextArrays;
import ai.fomo.storage.catalogue.CatalogueStatus.LastSync;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The syncs of outside sources, from their start. */
public final class SyncStore {
    private final Jdbi jdbi;

    public SyncStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Idempotent.
     *
     * @param run of the first execution
     * @param workflow id, the same in all executions of this and of later syncs
     * @param coversPerGenre 0 for all that there are
     * @param genres null for all of the map
     */
    public void begin(
            String run,
            String workflow,
            String source,
            int coversPerGenre,
            @Nullable List<String> genres,
            Instant now) {
        jdbi.useHandle(handle -> {
            Update insert = handle.createUpdate("""
                            insert into catalogue_sync (run, workflow, source, covers_per_genre, genres, started_at)
                            values (:run, :workflow, :source, :coversPerGenre, :genres, :now)
                            on conflict (run) do nothing""")
                    .bind("run", run)
                    .bind("workflow", workflow)
                    .bind("source", source)
                    .bind("coversPerGenre", coversPerGenre)
                    .bind("now", now);
            if (genres == null) {
                insert.bindNull("genres", Types.ARRAY);
            } else {
                insert.bindArray("genres", String.class, genres);
            }
            insert.execute();
        });
    }

    /** The one that began last, however it ended. */
    public Optional<LastSync> last(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select run, covers_per_genre, genres, started_at, ended_at, explanation
                        from catalogue_sync
                        where source = :source
                        order by started_at desc
                        limit 1""")
                .bind("source", source)
                .map((row, context) -> lastSync(row))
                .findOne());
    }

    private static LastSync lastSync(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new LastSync(
                row.getString("run"),
                row.getInt("covers_per_genre"),
                TextArrays.readNullable(row, "genres"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("explanation"));
    }

    /** Ends the last sync that the workflow began; where it has ended already, nothing changes. */
    public void end(String workflow, String source, String explanation, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update catalogue_sync
                        set ended_at = :now, explanation = :explanation
                        where ended_at is null and run = (
                          select run
                          from catalogue_sync
                          where workflow = :workflow and source = :source
                          order by started_at desc
                          limit 1)""")
                .bind("workflow", workflow)
                .bind("source", source)
                .bind("explanation", explanation)
                .bind("now", now)
                .execute());
    }
}
