package ai.fomo.workflows.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How fast images get features. Over the last shards, so that workers that have come or gone are soon felt; yet over several
 * windows of them, since shards that began together end together.
 */
final class FeaturePace {
    private static final int SHARDS = 32;

    /** @param done images by then, since the extraction began */
    private record Mark(long millis, int done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** @param done images of executions before this one: their time is not known here */
    FeaturePace(long startedMillis, int done) {
        marks.addLast(new Mark(startedMillis, done));
    }

    void reached(int done, long nowMillis) {
        marks.addLast(new Mark(nowMillis, done));
        if (marks.size() > SHARDS) {
            marks.removeFirst();
        }
    }

    /** Null before the first shard is done. */
    @Nullable
    Double imagesPerSecond() {
        Mark first = marks.getFirst();
        Mark last = marks.getLast();
        return last.millis() > first.millis() && last.done() > first.done()
                ? (last.done() - first.done()) * 1000.0 / (last.millis() - first.millis())
                : null;
    }
}
