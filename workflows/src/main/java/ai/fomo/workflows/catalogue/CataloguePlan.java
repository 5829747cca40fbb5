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
     * @param cursor of syncs that asked for a page at a time; otherwise null
     * @param covers that carry the genre's class by now
     * @param exhausted whether the last run came to the end
     * @param className what the genre means to models; null in plans of syncs that asked for a page at a time
     */
    public record GenreCursor(
            String genre,
            @Nullable String cursor,
            int covers,
            boolean exhausted,
            @Nullable String className) {
        public GenreCursor(String genre, @Nullable String cursor, int covers, boolean exhausted) {
            this(genre, cursor, covers, exhausted, null);
        }

        /** A cover that was known already counts: it has this genre's label now. */
        GenreCursor after(CataloguePageResult page) {
            return new GenreCursor(genre, page.next(), covers + page.added() + page.known(), page.next() == null);
        }
    }
}
