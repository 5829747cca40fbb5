package ai.fomo.worker.view;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast covers come, over the last half minute. */
final class SyncPace {
    private static final long WINDOW_NANOS = 30_000_000_000L;

    private record Mark(long at, int added) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /**
     * @param at in nanoseconds, of any clock that only goes forward
     * @return covers a second; 0 until there is a second look
     */
    double reached(int added, long at) {
        marks.addLast(new Mark(at, added));
        while (marks.size() > 2 && at - marks.getFirst().at() > WINDOW_NANOS) {
            marks.removeFirst();
        }
        Mark first = marks.getFirst();
        return at == first.at() ? 0 : Math.max(0, (added - first.added()) * 1e9 / (at - first.at()));
    }
}
