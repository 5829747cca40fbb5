package ai.fomo.workflows.catalogue;

import org.jspecify.annotations.Nullable;

/** @param cursor where to go on, as a page before gave it; null for the first page */
public record CataloguePageRequest(
        String source, String genre, @Nullable String cursor) {}
