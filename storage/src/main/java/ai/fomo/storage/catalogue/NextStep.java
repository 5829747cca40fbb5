package ai.fomo.storage.catalogue;

import org.jspecify.annotations.Nullable;

/** What a genre of an outside source is to be asked next. */
public sealed interface NextStep {
    /** Where to go on; null for the beginning. */
    @Nullable
    String cursor();

    /** The albums of an artist that the genre's search found. */
    record AlbumsOf(String artist, @Nullable String cursor) implements NextStep {}

    /** The next part of the genre's search. */
    record Search(@Nullable String cursor) implements NextStep {}

    /** The last part of a search that came to its end, once more: it may have grown since. */
    record Check(@Nullable String cursor) implements NextStep {}
}
