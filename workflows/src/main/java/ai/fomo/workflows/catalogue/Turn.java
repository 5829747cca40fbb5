package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import io.temporal.workflow.Promise;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When our own pace lets the next request of a queue pass. A timer runs only while somebody wants to send one. */
final class Turn {
    private @Nullable Instant notBefore;
    private boolean turnedAway;
    private String api;
    private @Nullable Promise<Void> timer;
    /** What the timer runs for: meanwhile it may be later. */
    private @Nullable Instant timed;

    /** @param api what is asked, as people call it */
    Turn(String api) {
        this.api = api;
    }

    /** @param next null for at once */
    void after(@Nullable Instant next) {
        if (next != null && (notBefore == null || next.isAfter(notBefore))) {
            notBefore = next;
        }
    }

    /** Where a worker that looked at the pace did not send. */
    void after(RateLimited limit) {
        if (notBefore == null || limit.until().isAfter(notBefore)) {
            api = limit.api();
            notBefore = limit.until();
            turnedAway = true;
        }
    }

    /** Whether a request may be sent; otherwise a timer runs until it may. */
    boolean hasCome() {
        if (notBefore == null || (timer == null && !turnedAway && !notBefore.isAfter(NamedTimer.now()))) {
            notBefore = null;
            return true;
        }
        if (timer == null) {
            String summary = "the pace of " + api + ": next request at " + NamedTimer.moment(notBefore);
            timed = notBefore;
            timer = turnedAway ? NamedTimer.turnedAwayUntil(notBefore, summary) : NamedTimer.until(notBefore, summary);
        }
        return false;
    }

    boolean timerIsOver() {
        return timer != null && timer.isCompleted();
    }

    void takeTimer() {
        if (timerIsOver()) {
            timer = null;
            if (Objects.equals(notBefore, timed)) {
                notBefore = null;
                turnedAway = false;
            }
        }
    }

    /** Null while no timer runs. */
    @Nullable
    Waiting waiting() {
        return timer == null || notBefore == null ? null : new Waiting("our own pace of " + api, notBefore);
    }
}
