package ai.fomo.worker.demo.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is let in and when: a rolling window for each host that has a pace, and times in which a host is closed. */
final class Gate {
    /** What happens to a request. */
    sealed interface Verdict {
        record Open() implements Verdict {}

        /** One more than the window holds; the host closes. */
        record TooFast(Duration remaining) implements Verdict {}

        /** @param since how long the host has been closed: a request that was on its way could not know */
        record Closed(Duration since, Duration remaining) implements Verdict {}
    }

    private record Closing(Instant from, Instant until) {}

    private final Map<Host, Pace> paces;
    private final Map<Host, Deque<Instant>> admitted = new EnumMap<>(Host.class);
    private final Map<Host, Closing> closings = new EnumMap<>(Host.class);

    Gate(Map<Host, Pace> paces) {
        this.paces = Map.copyOf(paces);
    }

    synchronized Verdict enter(Host host, Instant now) {
        @Nullable Closing closing = closings.get(host);
        if (closing != null && now.isBefore(closing.until())) {
            return new Verdict.Closed(Duration.between(closing.from(), now), Duration.between(now, closing.until()));
        }
        @Nullable Pace pace = paces.get(host);
        if (pace == null) {
            return new Verdict.Open();
        }
        Deque<Instant> window = admitted.computeIfAbsent(host, key -> new ArrayDeque<>());
        while (!window.isEmpty() && !window.getFirst().plus(pace.window()).isAfter(now)) {
            window.removeFirst();
        }
        if (window.size() < pace.requests()) {
            window.addLast(now);
            return new Verdict.Open();
        }
        Duration wait = Duration.ofSeconds(
                seconds(Duration.between(now, window.getFirst().plus(pace.window()))));
        close(host, now, wait);
        return new Verdict.TooFast(wait);
    }

    synchronized void close(Host host, Instant now, Duration wait) {
        closings.put(host, new Closing(now, now.plus(wait)));
    }

    /** Retry-After tells whole seconds, so never too few of them. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
