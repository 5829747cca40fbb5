package ai.fomo.workflows.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How far a sync is.
 *
 * @param genre that is asked for now; null before the first page
 * @param openGenres genres that still have covers to fetch
 */
public record CatalogueProgress(@Nullable String genre, int openGenres, int added, int refused) {}
