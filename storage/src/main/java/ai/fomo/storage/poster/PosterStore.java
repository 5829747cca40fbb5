package ai.fomo.storage.poster;

import ai.fomo.domain.Sha256;
import org.jdbi.v3.core.Jdbi;

/** The posters that were taken in. */
public final class PosterStore {
    private final Jdbi jdbi;

    public PosterStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Idempotent. Put the image before. */
    public void add(Sha256 poster, int width, int height) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into poster (digest, width, height)
                        values (:digest, :width, :height)
                        on conflict (digest) do nothing""")
                .bind("digest", poster)
                .bind("width", width)
                .bind("height", height)
                .execute());
    }

    public boolean contains(Sha256 poster) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select 1 from poster where digest = :digest)")
                        .bind("digest", poster)
                        .mapTo(boolean.class)
                        .one());
    }
}
