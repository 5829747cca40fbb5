package ai.fomo.activities.catalogue;

import ai.fomo.workflows.catalogue.CataloguePageRequest;
import ai.fomo.workflows.catalogue.CataloguePageResult;
import ai.fomo.workflows.catalogue.PagedSyncActivities;

/** {@inheritDoc} */
public final class PagedSyncActivitiesImpl implements PagedSyncActivities {
    @Override
    public CataloguePageResult syncPage(CataloguePageRequest request) {
        throw new EarlierSyncException(request.source());
    }
}
