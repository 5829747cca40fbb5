package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of this sync a pace lets pass, so that no activity begins in vain. What others send meanwhile only the
 * rows know: they decide. As there, a request counts from its beginning until a window after its answer.
 */
final class PaceWindow {
    /** Requests that may be sent within an eighth of the window are sent together: a timer for each would fill the history. */
    private static final int SHARE_WAITED_FOR_OTHERS = 8;

    private final @Nullable Pace pace;
    private final Deque<Instant> answered = new ArrayDeque<>();

    /** @param pace null where the API sets none */
    PaceWindow(@Nullable Pace pace) {
        this.pace = pace;
    }

    void answered(Instant now) {
        if (pace != null) {
            answered.addLast(now);
        }
    }

    /** Whether those under way are as many as may pass: the next one waits for an answer. */
    boolean filledBy(int underWay) {
        return pace != null && underWay >= pace.requests();
    }

    /** When one more may be sent beside those under way, which leave room for it; null for at once. */
    @Nullable
    Instant next(int underWay, Instant now) {
        if (pace == null) {
            return null;
        }
        Instant old = now.minus(pace.window());
        while (!answered.isEmpty() && !answered.getFirst().isAfter(old)) {
            answered.removeFirst();
        }
        return underWay + answered.size() < pace.requests() ? null : together(pace.window());
    }

    private Instant together(Duration window) {
        Instant soon = answered.getFirst().plus(window.dividedBy(SHARE_WAITED_FOR_OTHERS));
        Instant last = answered.getFirst();
        for (Instant each : answered) {
            if (each.isAfter(soon)) {
                break;
            }
            last = each;
        }
        return last.plus(window);
    }
}
