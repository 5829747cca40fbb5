package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.workflows.catalogue.ListingRequest;
import ai.fomo.workflows.catalogue.ListingResult;
import ai.fomo.workflows.catalogue.SignInRequest;
import ai.fomo.workflows.catalogue.SignInResult;
import ai.fomo.workflows.catalogue.SourceActivities;

/** {@inheritDoc} */
public final class SourceActivitiesImpl implements SourceActivities {
    private final SourceStore sources;
    private final CoverSources clients;

    public SourceActivitiesImpl(SourceStore sources, CoverSources clients) {
        this.sources = sources;
        this.clients = clients;
    }

    @Override
    public SignInResult signIn(SignInRequest request) {
        Source source = sources.find(request.source()).orElseThrow(() -> new UnknownSourceException(request.source()));
        clients.clientFor(source).signIn();
        return new SignInResult.SignedIn();
    }

    @Override
    public ListingResult listAlbums(ListingRequest request) {
        throw new UnsupportedOperationException();
    }
}
