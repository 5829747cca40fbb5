package ai.fomo.workflows.catalogue;

import java.time.Instant;

/**
 * @param genre as the source spells it
 * @param relistBefore artists whose albums were last listed before then are listed again
 */
public record ListingRequest(String source, String genre, Instant relistBefore) {}
