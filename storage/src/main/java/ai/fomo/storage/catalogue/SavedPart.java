package ai.fomo.storage.catalogue;

/**
 * @param albums with a cover to fetch that the genre had not led to before
 * @param exhausted whether nothing is left to ask for the genre
 */
public record SavedPart(int albums, boolean exhausted) {}
