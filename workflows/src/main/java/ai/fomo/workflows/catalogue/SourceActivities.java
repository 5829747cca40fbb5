package ai.fomo.workflows.catalogue;

import io.temporal.activity.ActivityInterface;

/** Talks to an outside catalogue, on the task queue of that source. */
@ActivityInterface
public interface SourceActivities {
    /**
     * Fetches one page of albums of a genre, stores their covers and rows, and moves the cursor behind it. A page
     * that was fetched before is fetched again without adding anything twice.
     */
    CataloguePageResult syncPage(CataloguePageRequest request);
}
