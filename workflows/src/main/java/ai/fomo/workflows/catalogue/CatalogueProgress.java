package ai.fomo.workflows.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a sync is.
 *
 * @param genre that is asked for now; null before the first request
 * @param openGenres genres that still have covers to fetch
 * @param skipped covers that could not be had this time and stay listed for the next sync
 * @param genres in the order in which they are asked for
 * @param waiting what for, and until when; null while it does not
 */
public record CatalogueProgress(
        @Nullable String genre,
        int openGenres,
        int added,
        int refused,
        int skipped,
        List<GenreProgress> genres,
        @Nullable Waiting waiting) {
    public CatalogueProgress {
        genres = List.copyOf(genres);
    }

    /** @param wanted 0 for all that there are */
    public record GenreProgress(String genre, String className, int wanted, int have, boolean finished) {}

    public record Waiting(String reason, Instant until) {}
}
