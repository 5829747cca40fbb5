package ai.fomo.activities.liveness;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An activity's context that remembers what the activity said last, so that a pulse can say it again. */
final class PulsingContext extends ActivityExecutionContextBase {
    private static final Logger LOG = LoggerFactory.getLogger(PulsingContext.class);

    private volatile @Nullable Object last;

    PulsingContext(ActivityExecutionContext next) {
        super(next);
    }

    @Override
    public <V> void heartbeat(V details) throws ActivityCompletionException {
        last = details;
        super.heartbeat(details);
    }

    void repeat() {
        try {
            super.heartbeat(last);
        } catch (ActivityCompletionException e) {
            // Cancelled, or the worker stops: the activity hears of it at its own next heartbeat, where it can stop.
            LOG.debug("the activity is wanted no more", e);
        }
    }
}
