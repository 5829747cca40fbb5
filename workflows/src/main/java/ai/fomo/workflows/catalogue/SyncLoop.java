package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import ai.fomo.workflows.catalogue.CatalogueProgress.GenreProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists and fetches at the same time: one listing after the other, genre by genre, just far enough ahead of a window of
 * covers. Nothing is begun while the source is closed, the history is long or something has failed; what is under way ends.
 */
final class SyncLoop {
    private static final int WINDOW = 16;
    private static final int ALBUMS_AT_ONCE = 200;

    private final CatalogueRequest request;
    private final CatalogueActivities catalogue;
    private final Instant relistBefore;
    private final Closing closing;
    private final Tally tally;
    private final Covers covers;
    private final Places places;
    private final List<GenreState> genres = new ArrayList<>();
    private final BooleanSupplier historyIsLong;
    /** Picked in this execution: a row shows only later what has become of its album. */
    private final Set<String> taken = new HashSet<>();

    private final Turn listings;

    private @Nullable UnderWay<ListingResult> listing;
    private @Nullable UnderWay<PickResult> pick;
    private int picksMost;
    private int nextToList;
    private int nextToFetch;
    private boolean withheld;
    private @Nullable TemporalFailure failure;

    private record UnderWay<T>(GenreState genre, Promise<T> answer) {}

    SyncLoop(
            CatalogueRequest request,
            CatalogueActivities catalogue,
            CataloguePlan plan,
            Instant startedAt,
            @Nullable Pace coverPace,
            Closing closing,
            Tally tally,
            BooleanSupplier historyIsLong) {
        this.request = request;
        this.catalogue = catalogue;
        this.relistBefore = startedAt.minus(request.relistsAfter());
        this.closing = closing;
        this.tally = tally;
        this.historyIsLong = historyIsLong;
        this.places = new Places(plan.genres(), request.coversPerGenre());
        this.covers = new Covers(request, coverPace, places, closing, tally);
        this.listings = new Turn("listings of " + request.source());
        taken.addAll(tally.skippedSoFar());
        Set<String> listedBefore = new HashSet<>(request.finishedGenres());
        for (GenreCursor genre : plan.genres()) {
            genres.add(new GenreState(genre.genre(), Places.classOf(genre), listedBefore.contains(genre.genre())));
        }
    }

    /**
     * Until nothing more is wanted or to be had, or the history is long.
     *
     * @return whether that was all
     * @throws TemporalFailure what a listing, or the server of the covers, failed with for good
     */
    boolean run() {
        try {
            return fetchWhatIsWanted();
        } catch (CanceledFailure cancelled) {
            Workflow.newDetachedCancellationScope(this::takeWhatIsUnderWay).run();
            throw cancelled;
        }
    }

    private boolean fetchWhatIsWanted() {
        while (true) {
            if (failure == null && closing.closed() && !busy()) {
                show();
                closing.waitUntilOpen();
            }
            boolean waits = beginWhatIsWanted();
            show();
            if (!busy() && !waits) {
                if (failure != null) {
                    throw failure;
                }
                return !withheld;
            }
            Workflow.await(this::somethingEnded);
            takeWhatEnded();
        }
    }

    private void takeWhatIsUnderWay() {
        while (busy()) {
            Workflow.await(this::somethingEnded);
            takeWhatEnded();
        }
    }

    private boolean somethingEnded() {
        return listings.timerIsOver() || covers.somethingEnded() || ended(listing) || ended(pick);
    }

    /** Genres that need no further request in this sync. */
    List<String> listedGenres() {
        return genres.stream().filter(GenreState::listed).map(GenreState::name).toList();
    }

    CatalogueProgress progress() {
        List<GenreProgress> each = genres.stream()
                .map(genre -> new GenreProgress(
                        genre.name(),
                        genre.className(),
                        places.wanted(),
                        places.have(genre.className()),
                        genre.finished(places)))
                .toList();
        return new CatalogueProgress(
                listing == null ? null : listing.genre().name(),
                (int) each.stream().filter(genre -> !genre.finished()).count(),
                tally.addedSoFar(),
                tally.refusedSoFar(),
                tally.skippedCount(),
                each,
                waiting());
    }

    private @Nullable Waiting waiting() {
        Waiting closed = closing.waiting();
        if (closed != null || busy()) {
            return closed;
        }
        Waiting pace = listings.waiting();
        return pace == null ? covers.waiting() : pace;
    }

    private void show() {
        Workflow.setCurrentDetails(SyncDetails.of(progress()));
    }

    private boolean busy() {
        return listing != null || pick != null || covers.underWay();
    }

    /** @return whether something that is wanted waits for our own pace */
    private boolean beginWhatIsWanted() {
        if (failure != null || closing.closed()) {
            return false;
        }
        withheld = historyIsLong.getAsBoolean();
        if (withheld) {
            return false;
        }
        boolean coverWaits = beginCovers();
        beginPick();
        return beginListing() || coverWaits;
    }

    /** A genre after the other, so that all grow together. */
    private boolean beginCovers() {
        for (int dry = 0; dry < genres.size() && covers.count() < WINDOW; ) {
            GenreState genre = genres.get(nextToFetch % genres.size());
            AlbumReference album = genre.next(places);
            if (album == null) {
                dry++;
                nextToFetch++;
            } else if (covers.begin(album, genre)) {
                dry = 0;
                nextToFetch++;
            } else {
                genre.putBack(album, places);
                return true;
            }
        }
        return false;
    }

    private void beginPick() {
        if (pick != null) {
            return;
        }
        for (GenreState genre : genres) {
            if (genre.wantsPick(places)) {
                // What was taken, by other genres too, would otherwise hide what is behind it.
                picksMost = ALBUMS_AT_ONCE + takenAndPending();
                PickRequest wanted = new PickRequest(request.source(), genre.name(), places.open(), picksMost);
                pick = new UnderWay<>(genre, Async.function(catalogue::pickAlbums, wanted));
                return;
            }
        }
    }

    private int takenAndPending() {
        return tally.skippedCount()
                + covers.count()
                + genres.stream().mapToInt(GenreState::queued).sum();
    }

    private boolean beginListing() {
        if (listing != null) {
            return false;
        }
        for (int i = 0; i < genres.size(); i++) {
            GenreState genre = genres.get((nextToList + i) % genres.size());
            if (genre.wantsListing(places)) {
                if (!listings.hasCome()) {
                    return true;
                }
                nextToList = (nextToList + i + 1) % genres.size();
                SourceActivities api = CatalogueStubs.api(request.kind(), genre.name());
                ListingRequest next = new ListingRequest(request.source(), genre.name(), relistBefore);
                listing = new UnderWay<>(genre, Async.function(api::listAlbums, next));
                return false;
            }
        }
        return false;
    }

    private static boolean ended(@Nullable UnderWay<?> work) {
        return work != null && work.answer().isCompleted();
    }

    private void takeWhatEnded() {
        listings.takeTimer();
        try {
            covers.takeWhatEnded();
            takePick();
            takeListing();
        } catch (TemporalFailure e) {
            // What else is under way ends first, so that its rows are not written behind the sync's back.
            failure = failure == null ? e : failure;
        }
    }

    private void takePick() {
        UnderWay<PickResult> answered = pick;
        if (answered == null || !answered.answer().isCompleted()) {
            return;
        }
        pick = null;
        List<AlbumReference> albums = answered.answer().get().albums();
        boolean somethingNew = false;
        for (AlbumReference album : albums) {
            if (taken.add(album.album())) {
                somethingNew = true;
                answered.genre().add(album, places);
            }
        }
        if (albums.size() < picksMost || !somethingNew) {
            answered.genre().pickedAll();
        }
    }

    private void takeListing() {
        UnderWay<ListingResult> answered = listing;
        if (answered == null || !answered.answer().isCompleted()) {
            return;
        }
        listing = null;
        ListingResult result = answered.answer().get();
        if (result instanceof ListingResult.Listed listed) {
            answered.genre().listed(listed);
            listings.after(listed.next());
        } else if (result instanceof RateLimited limit) {
            if (limit.asked()) {
                closing.add(limit);
            } else {
                listings.after(limit);
            }
        }
    }
}
