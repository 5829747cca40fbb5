package ai.fomo.worker.demo.catalogue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and what it got.
 *
 * @param at by the stand-in's clock
 * @param target path and query
 * @param fault null where the answer was an honest one
 * @param closedSince how long the host had wanted to be left alone; null where it did not
 * @param tooFast whether it was more than the rate allows
 */
public record LoggedRequest(
        Instant at,
        Host host,
        String method,
        String target,
        int status,
        @Nullable FaultKind fault,
        @Nullable Duration closedSince,
        boolean tooFast) {
    /** Whether it got what it asked for, be that a refusal; otherwise it is worth sending again. */
    public boolean served() {
        return fault == null && closedSince == null && !tooFast;
    }
}
