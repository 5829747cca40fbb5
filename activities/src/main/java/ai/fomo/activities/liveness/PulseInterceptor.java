package ai.fomo.activities.liveness;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Heartbeats for every activity as long as it runs, repeating what it said last. So a killed worker is noticed in seconds, whatever
 * it was doing, and a slow step (natives to unpack, a long epoch) is not given up and run a second time beside itself.
 */
public final class PulseInterceptor extends WorkerInterceptorBase implements AutoCloseable {
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "activity-pulse");
        thread.setDaemon(true);
        return thread;
    });

    /** @param interval well below the shortest heartbeat timeout */
    public PulseInterceptor(Duration interval) {
        this.interval = interval;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Beating(next);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One for each execution of an activity. */
    private final class Beating extends ActivityInboundCallsInterceptorBase {
        private @Nullable PulsingContext context;

        Beating(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext original) {
            context = new PulsingContext(original);
            super.init(context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            PulsingContext pulsing = Objects.requireNonNull(context, "init comes before execute");
            ScheduledFuture<?> beats =
                    timer.scheduleAtFixedRate(pulsing::repeat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return super.execute(input);
            } finally {
                beats.cancel(false);
            }
        }
    }
}
