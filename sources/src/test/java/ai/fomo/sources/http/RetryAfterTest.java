package ai.fomo.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-10-21T07:28:00Z");

    @Property
    void anyNumberOfSecondsIsThatLongAndNeverLessThanOne(@ForAll @IntRange(max = 999_999_999) int seconds) {
        assertThat(RetryAfter.of(headers(Integer.toString(seconds)), NOW))
                .hasValue(Duration.ofSeconds(Math.max(1, seconds)));
    }

    @Property
    void aDateIsAsFarAwayAsTheServersOwnClockSays(
            @ForAll @IntRange(min = -100_000, max = 100_000) int seconds,
            @ForAll @IntRange(min = -100_000, max = 100_000) int serverIsAhead) {
        Instant theirs = NOW.plusSeconds(serverIsAhead);
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Retry-After", List.of(text(theirs.plusSeconds(seconds))), "Date", List.of(text(theirs))),
                (name, value) -> true);

        assertThat(RetryAfter.of(headers, NOW)).hasValue(Duration.ofSeconds(Math.max(1, seconds)));
    }

    @Test
    void withoutTheServersClockOursCounts() {
        assertThat(RetryAfter.of(headers("Wed, 21 Oct 2026 07:29:30 GMT"), NOW)).hasValue(Duration.ofSeconds(90));
        assertThat(RetryAfter.of(headers("Wed, 21 Oct 2015 07:29:30 GMT"), NOW)).hasValue(Duration.ofSeconds(1));
    }

    @Property
    void anythingElseSaysNothing(@ForAll String text) {
        Assume.that(!text.strip().matches("\\d{1,9}"));
        assertThat(RetryAfter.of(headers(text), NOW)).isEmpty();
    }

    @Test
    void noHeaderSaysNothing() {
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isEqualTo(Optional.empty());
    }

    private static HttpHeaders headers(String retryAfter) {
        return HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (name, value) -> true);
    }

    private static String text(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
