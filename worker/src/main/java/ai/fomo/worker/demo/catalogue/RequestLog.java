package ai.fomo.worker.demo.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every request since the server started, for whoever checks a client. */
public final class RequestLog {
    private final List<LoggedRequest> requests = new ArrayList<>();

    synchronized void add(LoggedRequest request) {
        requests.add(request);
    }

    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    public synchronized int size() {
        return requests.size();
    }

    public long count(Host host) {
        return all().stream().filter(request -> request.host() == host).count();
    }

    /** How often each path with its query was asked for. */
    public Map<String, Integer> perTarget() {
        Map<String, Integer> counts = new TreeMap<>();
        all().forEach(request -> counts.merge(request.target(), 1, Integer::sum));
        return counts;
    }

    public Map<FaultKind, Integer> perFault() {
        Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
        for (LoggedRequest request : all()) {
            if (request.fault() != null) {
                counts.merge(request.fault(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Requests that got nothing and had to be sent again. */
    public List<LoggedRequest> unserved() {
        return all().stream().filter(request -> !request.served()).toList();
    }

    /**
     * Requests to a host that had said when the next one is welcome, and it was not yet.
     *
     * @param grace for those that were on their way when it said so
     */
    public List<LoggedRequest> early(Duration grace) {
        return all().stream()
                .filter(request ->
                        request.closedSince() != null && request.closedSince().compareTo(grace) > 0)
                .toList();
    }

    /** Requests that are one too many in the window that ends with them. */
    public List<LoggedRequest> beyond(Pace pace, Host host) {
        List<LoggedRequest> beyond = new ArrayList<>();
        Deque<Instant> window = new ArrayDeque<>();
        List<LoggedRequest> inOrder = all().stream()
                .filter(request -> request.host() == host)
                .sorted(Comparator.comparing(LoggedRequest::at))
                .toList();
        for (LoggedRequest request : inOrder) {
            window.addLast(request.at());
            while (!window.getFirst().plus(pace.window()).isAfter(request.at())) {
                window.removeFirst();
            }
            if (window.size() > pace.requests()) {
                beyond.add(request);
                // It was turned away: the next one is judged by those that were let in.
                window.removeLast();
            }
        }
        return beyond;
    }
}
