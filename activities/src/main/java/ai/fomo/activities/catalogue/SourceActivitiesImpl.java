package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.Step;
import ai.fomo.storage.catalogue.ListedAlbum;
import ai.fomo.storage.catalogue.ListedPart;
import ai.fomo.storage.catalogue.ListingStore;
import ai.fomo.storage.catalogue.NextStep;
import ai.fomo.storage.catalogue.PaceStore;
import ai.fomo.storage.catalogue.SavedPart;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.workflows.catalogue.ListingRequest;
import ai.fomo.workflows.catalogue.ListingResult;
import ai.fomo.workflows.catalogue.RateLimited;
import ai.fomo.workflows.catalogue.SignInRequest;
import ai.fomo.workflows.catalogue.SignInResult;
import ai.fomo.workflows.catalogue.SourceActivities;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@inheritDoc} */
public final class SourceActivitiesImpl implements SourceActivities {
    private final SourceStore sources;
    private final CoverSources clients;
    private final ListingStore listings;
    private final Admission admission;
    private final InstantSource clock;

    public SourceActivitiesImpl(
            SourceStore sources, CoverSources clients, ListingStore listings, PaceStore paces, InstantSource clock) {
        this.sources = sources;
        this.clients = clients;
        this.listings = listings;
        this.admission = new Admission(paces, clock);
        this.clock = clock;
    }

    @Override
    public SignInResult signIn(SignInRequest request) {
        OutsideSource source = OutsideSource.named(request.source(), sources, clients);
        Instant now = clock.instant();
        Optional<RateLimited> wait = admission.ask(source.api(), source.client().pace(), now);
        if (wait.isPresent()) {
            return wait.get();
        }
        try {
            source.client().signIn();
        } catch (RateLimitedException e) {
            return admission.close(source.api(), e);
        } finally {
            admission.answered(source.api(), now);
        }
        return new SignInResult.SignedIn(source.client().imagePace().orElse(null));
    }

    @Override
    public ListingResult listAlbums(ListingRequest request) {
        OutsideSource source = OutsideSource.named(request.source(), sources, clients);
        NextStep step = listings.next(request.source(), request.genre(), request.relistBefore());
        Pace pace = source.client().pace();
        Instant now = clock.instant();
        Optional<RateLimited> wait = admission.ask(source.api(), pace, now);
        if (wait.isPresent()) {
            return wait.get();
        }
        Listing listing;
        try {
            listing = source.client().list(request.genre(), toSource(step));
        } catch (RateLimitedException e) {
            return admission.close(source.api(), e);
        } finally {
            admission.answered(source.api(), now);
        }
        SavedPart saved = listings.save(
                request.source(), request.genre(), step, toRows(listing), clock.instant(), request.relistBefore());
        return new ListingResult.Listed(saved.albums(), saved.exhausted(), admission.next(source.api(), pace));
    }

    private static Step toSource(NextStep step) {
        return step instanceof NextStep.AlbumsOf of
                ? new Step.AlbumsOf(of.artist(), of.cursor())
                : new Step.Search(step.cursor());
    }

    private static ListedPart toRows(Listing listing) {
        return new ListedPart(
                listing.artists(),
                listing.albums().stream().map(SourceActivitiesImpl::toRow).toList(),
                listing.albumsByArtist(),
                listing.total(),
                listing.next());
    }

    private static ListedAlbum toRow(Album album) {
        return new ListedAlbum(
                album.id(),
                album.name(),
                album.artistId(),
                album.artistName(),
                album.group(),
                album.tags(),
                album.imageUrl());
    }
}
