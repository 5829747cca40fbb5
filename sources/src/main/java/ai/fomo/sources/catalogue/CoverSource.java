package ai.fomo.sources.catalogue;

import org.jspecify.annotations.Nullable;

/** An outside catalogue of album covers. Safe for use from several threads. */
public interface CoverSource {
    /**
     * One page of albums of a genre. The same cursor gives the same page as long as the catalogue does not change.
     *
     * @param genre as the source spells it
     * @param cursor what the page before gave as {@link AlbumPage#next}; null for the first page
     * @throws RateLimitedException where the source wants to be left alone for a while
     * @throws SourceUnavailableException where trying again later can help
     * @throws SourceRefusedException where trying again cannot
     * @throws IllegalArgumentException where the cursor is not one of this source's
     */
    AlbumPage page(String genre, @Nullable String cursor);

    /**
     * The bytes of an album's image, as the source sends them: of whatever type, and unchecked.
     *
     * @throws CoverRefusedException where this one image cannot be had, whatever happens to the others
     * @throws RateLimitedException as in {@link #page}
     * @throws SourceUnavailableException as in {@link #page}
     */
    byte[] image(String url);
}
