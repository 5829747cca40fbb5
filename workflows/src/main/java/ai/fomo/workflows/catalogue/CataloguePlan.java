package ai.fomo.workflows.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sync has to ask for. */
public record CataloguePlan(List<GenreCursor> genres) {
    public CataloguePlan {
        genres = List.copyOf(genres);
    }

    /**
     * @param genre as the source spells it
     * @param cursor where to go on; null to start at the beginning
     * @param exhausted whether the last run came to the end
     */
    public record GenreCursor(String genre, @Nullable String cursor, int covers, boolean exhausted) {
        /** A cover that was known already counts: it has this genre's label now. */
        GenreCursor after(CataloguePageResult page) {
            return new GenreCursor(genre, page.next(), covers + page.added() + page.known(), page.next() == null);
        }
    }
}
