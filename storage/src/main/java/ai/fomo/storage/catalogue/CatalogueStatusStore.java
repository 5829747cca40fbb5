package ai.fomo.storage.catalogue;

import ai.fomo.domain.genre.ClassMapping;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** What people ask while a source grows. */
public final class CatalogueStatusStore {
    private final Jdbi jdbi;

    public CatalogueStatusStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param mapping of the source's labels
     * @param lately how far back covers count as new
     * @param now what requests of the last minute and hour are counted back from
     */
    public CatalogueStatus of(String source, ClassMapping mapping, Duration lately, Instant now) {
        throw new UnsupportedOperationException(jdbi.toString() + source + mapping + lately + now);
    }
}
