package ai.fomo.storage.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How far the search of a genre has been read.
 *
 * @param position where to go on, or where the last part began once it is exhausted; null for the beginning
 * @param total entries that the source counted
 * @param exhausted whether it was read to its end
 */
public record SourceCursor(String genre, @Nullable String position, int total, boolean exhausted) {}
