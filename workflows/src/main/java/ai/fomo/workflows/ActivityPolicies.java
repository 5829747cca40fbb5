package ai.fomo.workflows;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the activities of all capabilities have in common: what is tried again, how often, and when a worker counts as lost. */
public final class ActivityPolicies {
    /** After this silence a worker counts as lost. Our workers heartbeat for their activities, each few seconds. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(30);

    /**
     * Counted in attempts, never in hours since the start: with services that are stopped overnight, no attempt is used up
     * and the run goes on in the morning. At these intervals 60 attempts wait out an outage of about an hour.
     */
    private static final int ATTEMPTS_THROUGH_AN_OUTAGE = 60;

    /** What computes may bring its worker down (memory, natives), and should not do so for ever. */
    private static final int ATTEMPTS_TO_COMPUTE = 20;

    private ActivityPolicies() {}

    /** Reading and writing, on the worker's database and object store. */
    public static ActivityOptions.Builder io(Duration startToClose) {
        return on(TaskQueues.IO, startToClose, ATTEMPTS_THROUGH_AN_OUTAGE);
    }

    /** Talking to something that may be away for a while. */
    public static ActivityOptions.Builder outside(String taskQueue, Duration startToClose) {
        return on(taskQueue, startToClose, ATTEMPTS_THROUGH_AN_OUTAGE);
    }

    /** The same, for what can be done without. */
    public static ActivityOptions.Builder outside(String taskQueue, Duration startToClose, int attempts) {
        return on(taskQueue, startToClose, attempts);
    }

    /** Computing for long. */
    public static ActivityOptions.Builder compute(String taskQueue, Duration startToClose) {
        return on(taskQueue, startToClose, ATTEMPTS_TO_COMPUTE);
    }

    /** Computing while somebody waits for the answer. */
    public static ActivityOptions.Builder serve(String taskQueue, Duration startToClose) {
        return on(taskQueue, startToClose, ATTEMPTS_TO_COMPUTE);
    }

    /** What Temporal's UI shows beside each activity, by activity type. */
    public static Map<String, ActivityOptions> summaries(Map<String, String> byType) {
        return byType.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> ActivityOptions.newBuilder()
                                .setSummary(entry.getValue())
                                .build()));
    }

    private static ActivityOptions.Builder on(String taskQueue, Duration startToClose, int attempts) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setStartToCloseTimeout(startToClose)
                .setHeartbeatTimeout(HEARTBEAT)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofSeconds(1))
                        .setBackoffCoefficient(2)
                        .setMaximumInterval(Duration.ofMinutes(1))
                        .setMaximumAttempts(attempts)
                        .setDoNotRetry(FailureTypes.nonRetryable().toArray(String[]::new))
                        .build());
    }
}
