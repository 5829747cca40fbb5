package ai.fomo.workflows.catalogue;

import io.temporal.activity.ActivityInterface;

/** The catalogue's own rows. */
@ActivityInterface
public interface CatalogueActivities {
    /** Which genres a source is asked for, and where the last run stopped in each. */
    CataloguePlan planSync(CatalogueRequest request);

    /** Covers of a source by now. */
    CatalogueCount countCovers(CatalogueRequest request);
}
