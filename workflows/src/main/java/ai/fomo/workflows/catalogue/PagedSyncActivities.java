package ai.fomo.workflows.catalogue;

import io.temporal.activity.ActivityInterface;

/** What syncs called that were begun before each request became an activity of its own. */
@ActivityInterface
public interface PagedSyncActivities {
    /** Fails for good, with a sentence that says to begin the sync again. */
    CataloguePageResult syncPage(CataloguePageRequest request);
}
