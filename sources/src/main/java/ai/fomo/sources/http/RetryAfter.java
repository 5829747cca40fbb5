package ai.fomo.sources.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header of that name: a number of seconds, or a date. */
final class RetryAfter {
    private static final String SECONDS = "\\d{1,9}";
    private static final Duration LEAST = Duration.ofSeconds(1);

    private RetryAfter() {}

    /** At least a second; empty where there is no such header, or one that says neither. */
    static Optional<Duration> of(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> {
                    if (text.matches(SECONDS)) {
                        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
                    }
                    // Both dates are the server's, so that a clock of ours that is off changes nothing.
                    Instant answered =
                            headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
                    return date(text).map(until -> Duration.between(answered, until));
                })
                .map(wait -> wait.compareTo(LEAST) < 0 ? LEAST : wait);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
