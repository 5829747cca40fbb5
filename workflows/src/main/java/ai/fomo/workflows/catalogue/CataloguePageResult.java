package ai.fomo.workflows.catalogue;

import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page; null where this was the last */
public record CataloguePageResult(
        int added, int known, int refused, @Nullable String next) {}
