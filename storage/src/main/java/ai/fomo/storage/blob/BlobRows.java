package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the database knows of the bucket's objects. */
final class BlobRows {
    private final Jdbi jdbi;

    BlobRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Says that someone is about to refer to this blob, so that nobody removes it as unused meanwhile. */
    void touch(BlobKind kind, Sha256 digest, long bytes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into blob (kind, digest, bytes)
                        values (:kind, :digest, :bytes)
                        on conflict (kind, digest) do update set touched_at = now()""")
                .bind("kind", kind.label())
                .bind("digest", digest)
                .bind("bytes", bytes)
                .execute());
    }

    /**
     * Removes a row, and with it what {@code removal} removes, if nobody needs it. Whoever is about to put the blob again waits
     * at its row meanwhile.
     */
    void discard(BlobKind kind, Sha256 digest, Predicate<Handle> unused, Runnable removal) {
        jdbi.useTransaction(handle -> {
            boolean known = handle.createQuery("select 1 from blob where kind = :kind and digest = :digest for update")
                    .bind("kind", kind.label())
                    .bind("digest", digest)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            // Without a row nothing was put, and nobody has to wait who puts it now: what is there is theirs.
            if (unused.test(handle) && known) {
                removal.run();
                handle.createUpdate("delete from blob where kind = :kind and digest = :digest")
                        .bind("kind", kind.label())
                        .bind("digest", digest)
                        .execute();
            }
        });
    }
}
