package ai.fomo.sources.catalogue;

import org.jspecify.annotations.Nullable;

/** What one request to a source asks for. A cursor is what a listing before gave as {@link Listing#next}. */
public sealed interface Step {
    /** Where to go on; null for the beginning. */
    @Nullable
    String cursor();

    /** What there is of the genre. */
    record Search(@Nullable String cursor) implements Step {}

    /** The albums of an artist that a search found. */
    record AlbumsOf(String artistId, @Nullable String cursor) implements Step {}
}
