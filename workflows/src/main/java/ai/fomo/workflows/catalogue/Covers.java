package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The covers that are being fetched, and what comes of each. */
final class Covers {
    /** Our own services, away for longer than the attempts of an activity. With its attempts this waits out an hour. */
    private static final Set<String> OURS =
            Set.of(FailureTypes.SERVICE_UNAVAILABLE, FailureTypes.LOCAL_DISK, FailureTypes.INTERRUPTED);

    private static final int TIMES_BEGUN = 30;

    private final CatalogueRequest request;
    private final Places places;
    private final Closing closing;
    private final Tally tally;
    private final PaceWindow window;
    private final Turn turn;
    private final List<Fetch> underWay = new ArrayList<>();
    private final Map<String, Integer> begunAgain = new HashMap<>();

    private record Fetch(AlbumReference album, GenreState genre, Promise<CoverResult> answer) {}

    Covers(CatalogueRequest request, @Nullable Pace pace, Places places, Closing closing, Tally tally) {
        this.request = request;
        this.places = places;
        this.closing = closing;
        this.tally = tally;
        this.window = new PaceWindow(pace);
        this.turn = new Turn("covers of " + request.source());
    }

    int count() {
        return underWay.size();
    }

    boolean underWay() {
        return !underWay.isEmpty();
    }

    @Nullable
    Waiting waiting() {
        return turn.waiting();
    }

    /**
     * @param genre whose queue the album came from
     * @return false where our own pace lets no further one pass yet
     */
    boolean begin(AlbumReference album, GenreState genre) {
        if (window.filledBy(underWay.size())) {
            return false;
        }
        turn.after(window.next(underWay.size(), NamedTimer.now()));
        if (!turn.hasCome()) {
            return false;
        }
        places.take(album);
        CoverActivities images = CatalogueStubs.cover(request.kind(), album);
        CoverRequest cover = new CoverRequest(request.source(), album.album());
        underWay.add(new Fetch(album, genre, Async.function(images::fetchCover, cover)));
        return true;
    }

    boolean somethingEnded() {
        return turn.timerIsOver()
                || underWay.stream().anyMatch(fetch -> fetch.answer().isCompleted());
    }

    /** @throws TemporalFailure the first failure that ends the sync */
    void takeWhatEnded() {
        turn.takeTimer();
        List<Fetch> ended =
                underWay.stream().filter(fetch -> fetch.answer().isCompleted()).toList();
        underWay.removeAll(ended);
        TemporalFailure failure = null;
        for (Fetch fetch : ended) {
            try {
                take(fetch);
            } catch (TemporalFailure e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void take(Fetch fetch) {
        CoverResult result;
        try {
            result = fetch.answer().get();
        } catch (ActivityFailure e) {
            window.answered(NamedTimer.now());
            places.giveBack(fetch.album());
            passOver(fetch, e);
            return;
        }
        if (!(result instanceof RateLimited)) {
            window.answered(NamedTimer.now());
        }
        if (result instanceof CoverResult.Stored stored && stored.added()) {
            places.fill(fetch.album());
            tally.added();
            return;
        }
        places.giveBack(fetch.album());
        if (result instanceof RateLimited limit) {
            fetch.genre().putBack(fetch.album(), places);
            if (limit.asked()) {
                closing.add(limit);
            } else {
                turn.after(limit);
            }
        } else if (result instanceof CoverResult.Refused) {
            tally.refused();
        } else {
            tally.known();
        }
    }

    private void passOver(Fetch fetch, ActivityFailure failure) {
        if (failure.getCause() instanceof CanceledFailure) {
            throw failure;
        }
        String type = FailureSentence.of(failure).type();
        String album = fetch.album().album();
        if (OURS.contains(type) && begunAgain.merge(album, 1, Integer::sum) < TIMES_BEGUN) {
            fetch.genre().putBack(fetch.album(), places);
        } else if (type.equals(FailureTypes.SOURCE_UNAVAILABLE) || failure.getCause() instanceof TimeoutFailure) {
            tally.skipped(album);
            Workflow.getLogger(Covers.class).warn("left for the next sync: {}", album);
            if (tally.serverIsAway()) {
                throw ApplicationFailure.newNonRetryableFailure(
                        SyncSentences.serverIsAway(request.source()), FailureTypes.SOURCE_UNAVAILABLE);
            }
        } else {
            throw failure;
        }
    }
}
