package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * When the outside APIs may be asked. All workers note here what they are about to send, one at a time for each API, so
 * that no window of a pace ever holds more requests than it allows, whoever sends them. Instants are those of the callers'
 * clocks; the database's is not asked.
 */
public final class PaceStore {
    /** What people may want to see of the past. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Jdbi jdbi;

    public PaceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes a request that is sent now, unless it must wait.
     *
     * @return empty where it may be sent
     */
    public Optional<PaceWait> admit(String api, Pace pace, Instant now) {
        // As the database keeps it.
        Instant sent = now.truncatedTo(ChronoUnit.MICROS);
        return jdbi.inTransaction(handle -> {
            lock(handle, api);
            Optional<PaceWait> wait = wait(handle, api, pace, sent);
            if (wait.isEmpty()) {
                note(handle, api, pace, sent);
            }
            return wait;
        });
    }

    /**
     * Moves a request in the window from when it was let go to when it was answered. It came to the server somewhere between
     * the two, a token or a slow line may have kept it, and only behind the answer nothing of it is to come.
     *
     * @param admitted as {@link #admit} was told
     */
    public void answered(String api, Instant admitted, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update source_request
                        set sent_at = :now
                        where ctid = (
                          select ctid
                          from source_request
                          where api = :api and sent_at = :admitted
                          limit 1)""")
                .bind("api", api)
                .bind("admitted", admitted.truncatedTo(ChronoUnit.MICROS))
                .bind("now", now.truncatedTo(ChronoUnit.MICROS))
                .execute());
    }

    /** What a request had to wait for if it were sent now; empty where it needs not. */
    public Optional<PaceWait> next(String api, Pace pace, Instant now) {
        return jdbi.withHandle(handle -> wait(handle, api, pace, now.truncatedTo(ChronoUnit.MICROS)));
    }

    /** The same for an API that sets no pace, and only says at times when it wants to be left alone. */
    public Optional<PaceWait> closed(String api, Instant now) {
        return jdbi.withHandle(handle -> closed(handle, api, now));
    }

    /** Nobody asks the API before then; where it is closed for longer already, that stays. */
    public void closeUntil(String api, Instant until, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into source_pace (api, closed_until, reason)
                        values (:api, :until, :reason)
                        on conflict (api) do update
                        set closed_until = excluded.closed_until, reason = excluded.reason
                        where source_pace.closed_until is null or source_pace.closed_until < excluded.closed_until""")
                .bind("api", api)
                .bind("until", until)
                .bind("reason", reason)
                .execute());
    }

    private static void lock(Handle handle, String api) {
        handle.createUpdate("insert into source_pace (api) values (:api) on conflict do nothing")
                .bind("api", api)
                .execute();
        handle.createQuery("select api from source_pace where api = :api for no key update")
                .bind("api", api)
                .mapTo(String.class)
                .one();
    }

    private static Optional<PaceWait> wait(Handle handle, String api, Pace pace, Instant now) {
        Optional<PaceWait> closed = closed(handle, api, now);
        Optional<PaceWait> full = full(handle, api, pace, now);
        if (closed.isEmpty()) {
            return full;
        }
        return full.filter(wait -> wait.until().isAfter(closed.get().until())).or(() -> closed);
    }

    private static Optional<PaceWait> closed(Handle handle, String api, Instant now) {
        return handle.createQuery("select closed_until from source_pace where api = :api and closed_until > :now")
                .bind("api", api)
                .bind("now", now)
                .map((row, context) -> new PaceWait(row.getTimestamp(1).toInstant(), true))
                .findOne();
    }

    /**
     * A window that holds a request at {@code now} holds none that is a whole window older. Where so many are younger that one
     * more would be too many, the oldest of the last ones has to leave first. Clocks differ: those that are later than
     * {@code now} count.
     */
    private static Optional<PaceWait> full(Handle handle, String api, Pace pace, Instant now) {
        return handle.createQuery("""
                        select sent_at
                        from source_request
                        where api = :api and sent_at > :after
                        order by sent_at desc
                        offset :more
                        limit 1""")
                .bind("api", api)
                .bind("after", now.minus(pace.window()))
                .bind("more", pace.requests() - 1)
                .mapTo(Timestamp.class)
                .findOne()
                .map(oldest -> new PaceWait(oldest.toInstant().plus(pace.window()), false));
    }

    private static void note(Handle handle, String api, Pace pace, Instant sent) {
        handle.createUpdate("insert into source_request (api, sent_at) values (:api, :sent)")
                .bind("api", api)
                .bind("sent", sent)
                .execute();
        handle.createUpdate("delete from source_request where api = :api and sent_at < :before")
                .bind("api", api)
                .bind("before", sent.minus(pace.window()).minus(KEPT))
                .execute();
    }
}
