package ai.fomo.storage.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How far a genre of a source has been read.
 *
 * @param cursor where to go on; null to start at the beginning
 * @param covers of the source that carry the genre as a label
 * @param exhausted whether the last run came to the end
 */
public record SourceCursor(String genre, @Nullable String cursor, int covers, boolean exhausted) {}
