package ai.fomo.domain.catalogue;

import java.time.Duration;

/** How many requests an outside API bears: at most so many in any window of that length. */
public record Pace(int requests, Duration window) {
    public Pace {
        if (requests < 1) {
            throw new IllegalArgumentException("a pace is of at least one request, was " + requests);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("the window of a pace must be longer than nothing, was " + window);
        }
    }
}
