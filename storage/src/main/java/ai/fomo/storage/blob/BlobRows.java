package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
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
}
