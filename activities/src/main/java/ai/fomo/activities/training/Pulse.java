package ai.fomo.activities.training;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Temporal that an activity is alive while it has nothing to tell: natives are unpacked, features are read, an epoch is
 * long. Without it a slow attempt would be given up, and go on beside the next one in the same process.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long SECONDS = 10;

    private final ScheduledExecutorService timer;

    private final ScheduledFuture<?> beats;

    private Pulse(ScheduledExecutorService timer, ScheduledFuture<?> beats) {
        this.timer = timer;
        this.beats = beats;
    }

    static Pulse of(ActivityExecutionContext context) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "training-pulse");
            thread.setDaemon(true);
            return thread;
        });
        return new Pulse(timer, timer.scheduleAtFixedRate(() -> beat(context), 0, SECONDS, TimeUnit.SECONDS));
    }

    private static void beat(ActivityExecutionContext context) {
        try {
            context.heartbeat("between epochs");
        } catch (ActivityCompletionException e) {
            // Cancelled, or the worker stops: the training hears of it where it can stop, at the end of its epoch.
            LOG.debug("the activity is wanted no more", e);
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        timer.shutdownNow();
    }
}
