package ai.fomo.sources.catalogue;

import java.time.Duration;

/** The source wants no request before some time has passed. */
public final class RateLimitedException extends SourceException {
    private final Duration retryAfter;

    public RateLimitedException(String source, Duration retryAfter) {
        super(
                source + " limits the rate of requests; the next one is welcome in " + retryAfter.toSeconds() + " s",
                null);
        this.retryAfter = retryAfter;
    }

    /** At least one second; hours were seen. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
