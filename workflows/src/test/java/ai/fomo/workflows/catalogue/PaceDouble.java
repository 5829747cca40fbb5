package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a pace in memory: a request counts from when it was let go, and once it is answered from its answer. */
final class PaceDouble {
    private final Pace pace;
    private final Supplier<Instant> clock;
    private final List<Instant> sent = new ArrayList<>();
    private int turnedAway;

    PaceDouble(Pace pace, Supplier<Instant> clock) {
        this.pace = pace;
        this.clock = clock;
    }

    Pace pace() {
        return pace;
    }

    /** Null where the request is to be sent. */
    synchronized @Nullable RateLimited admit(Instant now) {
        sent.sort(Comparator.reverseOrder());
        if (sent.size() >= pace.requests()) {
            Instant next = sent.get(pace.requests() - 1).plus(pace.window());
            if (next.isAfter(now)) {
                turnedAway++;
                return new RateLimited("covers", next, false);
            }
        }
        sent.add(now);
        return null;
    }

    synchronized void answered(Instant admitted) {
        sent.remove(admitted);
        sent.add(clock.get());
    }

    synchronized int turnedAway() {
        return turnedAway;
    }
}
