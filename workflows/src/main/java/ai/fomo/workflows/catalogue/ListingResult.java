package ai.fomo.workflows.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one request for a list gave. */
public sealed interface ListingResult permits ListingResult.Listed, RateLimited {
    /**
     * @param albums to pick that the genre had not led to before
     * @param exhausted whether nothing is left to list of the genre, as far as the source tells
     * @param next when the source's pace lets the next request pass; null for at once
     */
    record Listed(int albums, boolean exhausted, @Nullable Instant next) implements ListingResult {}
}
