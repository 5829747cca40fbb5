package ai.fomo.activities.failure;

import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;

/** Gives the exceptions that leave an activity the names that workflows know; activities just throw. */
public final class FailureInterceptor extends WorkerInterceptorBase {
    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Naming(next);
    }

    private static final class Naming extends ActivityInboundCallsInterceptorBase {
        Naming(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            try {
                return super.execute(input);
            } catch (RuntimeException e) {
                // The edge between activities and Temporal: what is not ours goes on as it came.
                throw Failures.of(e).map(RuntimeException.class::cast).orElse(e);
            }
        }
    }
}
