package ai.fomo.worker.view;

import ai.fomo.domain.training.TrainingProgress;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How fast the steps of a training come, from where it stood when somebody looked. */
final class TrainingPace {
    private @Nullable TrainingProgress first;
    private long firstAt;

    /**
     * Where it stands, as a line, and how long the epoch under way takes yet.
     *
     * @param at in nanoseconds, of any clock that only goes forward
     */
    String line(TrainingProgress now, long at) {
        String where = String.format(
                Locale.ROOT,
                "epoch %d of at most %d, step %,d of %,d",
                now.epoch(),
                now.epochs(),
                now.step(),
                now.steps());
        if (first == null || steps(first, now) < 0) {
            // Another attempt has begun further back.
            first = now;
            firstAt = at;
        }
        long done = steps(first, now);
        if (done == 0) {
            return where;
        }
        double nanosPerStep = (double) (at - firstAt) / done;
        return where + ", " + inWords(Duration.ofNanos((long) (nanosPerStep * (now.steps() - now.step()))))
                + " left of the epoch";
    }

    private static long steps(TrainingProgress from, TrainingProgress to) {
        return (long) (to.epoch() - from.epoch()) * to.steps() + to.step() - from.step();
    }

    private static String inWords(Duration left) {
        if (left.toMinutes() >= 120) {
            return left.toHours() + " h";
        }
        return left.toSeconds() >= 120 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }
}
