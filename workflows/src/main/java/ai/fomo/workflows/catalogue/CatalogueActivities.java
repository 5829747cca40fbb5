package ai.fomo.workflows.catalogue;

import io.temporal.activity.ActivityInterface;

/** The catalogue's own rows. */
@ActivityInterface
public interface CatalogueActivities {
    /** Which genres a source is asked for, and how many covers there are of each; records that the sync has begun. */
    CataloguePlan planSync(CatalogueRequest request);

    /** Listed albums whose covers are wanted. */
    PickResult pickAlbums(PickRequest request);

    /** Covers of a source by now. */
    CatalogueCount countCovers(CatalogueRequest request);

    /** Records how a sync ended. */
    void finishSync(SyncFinish finish);
}
