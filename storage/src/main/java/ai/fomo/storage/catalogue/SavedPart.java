package ai.fomo.storage.catalogue;

/**
 * @param albums that were not known before, and whose cover no other album has
 * @param exhausted whether nothing is left to ask for the genre
 */
public record SavedPart(int albums, boolean exhausted) {}
