package ai.fomo.storage.catalogue;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

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
     */
    public void begin(String run, String workflow, String source, int coversPerGenre, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into catalogue_sync (run, workflow, source, covers_per_genre, started_at)
                        values (:run, :workflow, :source, :coversPerGenre, :now)
                        on conflict (run) do nothing""")
                .bind("run", run)
                .bind("workflow", workflow)
                .bind("source", source)
                .bind("coversPerGenre", coversPerGenre)
                .bind("now", now)
                .execute());
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
