package ai.fomo.workflows.training;

import ai.fomo.workflows.ActivityPolicies;
import ai.fomo.workflows.TaskQueues;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Training as workflows call it. */
public final class TrainingStubs {
    /** Of one attempt; the next one goes on from the newest checkpoint. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofDays(3);

    private TrainingStubs() {}

    /** A cancelled training is waited for, so that its last checkpoint lands. */
    public static TrainingActivities training(String summary) {
        return Workflow.newActivityStub(
                TrainingActivities.class,
                ActivityPolicies.compute(TaskQueues.TRAINING, LONGEST_ATTEMPT)
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setSummary(summary)
                        .build());
    }
}
