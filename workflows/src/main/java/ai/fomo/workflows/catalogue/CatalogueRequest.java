package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param source name of a source that is registered
 * @param coversPerGenre stop asking for a genre at this many covers; 0 for all that there are
 * @param soFar what this sync did before it went on as a new execution; null at its start. Cursors are rows, not payload.
 * @param genres as the source spells them; null for those of all classes
 * @param relistAfter artists are looked at again for new albums once this has passed; null for 30 days
 */
public record CatalogueRequest(
        String source,
        SourceKind kind,
        int coversPerGenre,
        @Nullable CatalogueResult soFar,
        @Nullable List<String> genres,
        @Nullable Duration relistAfter) {
    public static final Duration RELIST_AFTER = Duration.ofDays(30);

    public CatalogueRequest {
        genres = genres == null ? null : List.copyOf(genres);
        if (coversPerGenre < 0) {
            throw new IllegalArgumentException("covers per genre must not be negative, was " + coversPerGenre);
        }
    }

    public CatalogueRequest(String source, SourceKind kind, int coversPerGenre) {
        this(source, kind, coversPerGenre, null, null, null);
    }

    boolean wantsMoreOf(GenreCursor genre) {
        return !genre.exhausted() && (coversPerGenre == 0 || genre.covers() < coversPerGenre);
    }

    Duration relistsAfter() {
        return relistAfter == null ? RELIST_AFTER : relistAfter;
    }

    /** @param now the start, where this is the first execution */
    Instant startedAt(Instant now) {
        return soFar == null || soFar.position() == null
                ? now
                : soFar.position().startedAt();
    }

    /** By executions before this one. */
    List<String> finishedGenres() {
        return soFar == null || soFar.position() == null
                ? List.of()
                : soFar.position().finished();
    }

    /** As executions before this one were told it; null where there were none, or there is none. */
    @Nullable
    Pace coverPace() {
        return soFar == null || soFar.position() == null
                ? null
                : soFar.position().coverPace();
    }

    CatalogueRequest continuing(CatalogueResult result) {
        return new CatalogueRequest(source, kind, coversPerGenre, result, genres, relistAfter);
    }
}
