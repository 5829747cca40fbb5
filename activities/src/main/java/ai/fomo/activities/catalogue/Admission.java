package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.storage.catalogue.PaceStore;
import ai.fomo.storage.catalogue.PaceWait;
import ai.fomo.workflows.catalogue.RateLimited;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whether a request may be sent, before it is, and passes on to all workers that an API wants to be left alone. */
final class Admission {
    private final PaceStore paces;
    private final InstantSource clock;

    Admission(PaceStore paces, InstantSource clock) {
        this.paces = paces;
        this.clock = clock;
    }

    /** Empty where the request is to be sent at {@code now}: it counts, until {@link #answered} says better when it came. */
    Optional<RateLimited> ask(String api, Pace pace, Instant now) {
        return paces.admit(api, pace, now).map(wait -> limited(api, wait));
    }

    /** Whatever the answer was. */
    void answered(String api, Instant asked) {
        paces.answered(api, asked, clock.instant());
    }

    /** The same for an API that sets no pace. */
    Optional<RateLimited> ask(String api) {
        return paces.closed(api, clock.instant()).map(wait -> limited(api, wait));
    }

    /** When the next request may be sent; null for at once. */
    @Nullable
    Instant next(String api, Pace pace) {
        return paces.next(api, pace, clock.instant()).map(PaceWait::until).orElse(null);
    }

    /** For as long as the API asked for, however long that is. */
    RateLimited close(String api, RateLimitedException limited) {
        Instant until = clock.instant().plus(limited.retryAfter());
        paces.closeUntil(api, until, String.valueOf(limited.getMessage()));
        return new RateLimited(api, until, true);
    }

    private static RateLimited limited(String api, PaceWait wait) {
        return new RateLimited(api, wait.until(), wait.asked());
    }
}
