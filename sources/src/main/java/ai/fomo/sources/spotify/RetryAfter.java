package ai.fomo.sources.spotify;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** Reads the header of that name. */
final class RetryAfter {
    /** The window over which Spotify counts requests: after it, none is held against us. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private RetryAfter() {}

    /** At least a second; the length of Spotify's window where the header is missing or is not a number of seconds. */
    static Duration of(HttpHeaders headers) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (!text.matches("\\d{1,9}")) {
            return WINDOW;
        }
        return Duration.ofSeconds(Math.max(1, Long.parseLong(text)));
    }
}
