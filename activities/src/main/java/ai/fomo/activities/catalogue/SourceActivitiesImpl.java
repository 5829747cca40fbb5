package ai.fomo.activities.catalogue;

import ai.fomo.workflows.catalogue.ListingRequest;
import ai.fomo.workflows.catalogue.ListingResult;
import ai.fomo.workflows.catalogue.SignInRequest;
import ai.fomo.workflows.catalogue.SignInResult;
import ai.fomo.workflows.catalogue.SourceActivities;

/** {@inheritDoc} */
public final class SourceActivitiesImpl implements SourceActivities {
    @Override
    public SignInResult signIn(SignInRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ListingResult listAlbums(ListingRequest request) {
        throw new UnsupportedOperationException();
    }
}
