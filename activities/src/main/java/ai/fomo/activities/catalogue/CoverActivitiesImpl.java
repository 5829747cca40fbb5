package ai.fomo.activities.catalogue;

import ai.fomo.workflows.catalogue.CoverActivities;
import ai.fomo.workflows.catalogue.CoverRequest;
import ai.fomo.workflows.catalogue.CoverResult;

/** {@inheritDoc} */
public final class CoverActivitiesImpl implements CoverActivities {
    @Override
    public CoverResult fetchCover(CoverRequest request) {
        throw new UnsupportedOperationException();
    }
}
