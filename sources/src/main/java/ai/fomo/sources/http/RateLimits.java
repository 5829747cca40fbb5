package ai.fomo.sources.http;

import ai.fomo.sources.catalogue.RateLimitedException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a server says that it wants to be left alone for a while: with 429, or with 503 and the time when it is back.
 *
 * @param otherwise how long, where it does not say
 * @param unavailableIsLimited whether it says so with a bare 503, too
 */
public record RateLimits(Duration otherwise, boolean unavailableIsLimited) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** @throws RateLimitedException where the answer says so */
    void check(HttpResponse<?> response, Instant now) {
        int status = response.statusCode();
        if (status != TOO_MANY_REQUESTS && status != UNAVAILABLE) {
            return;
        }
        Optional<Duration> wait = RetryAfter.of(response.headers(), now);
        if (status == TOO_MANY_REQUESTS || unavailableIsLimited || wait.isPresent()) {
            throw new RateLimitedException(Transport.place(response.uri()), wait.orElse(otherwise));
        }
    }
}
