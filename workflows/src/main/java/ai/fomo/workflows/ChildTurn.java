package ai.fomo.workflows;

import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Runs a child whose id names what it works on. Where a workflow of that id is running already, the child waits until it
 * has ended and then runs itself: it finds most of the work done, and does what is left if the other one failed.
 */
public final class ChildTurn {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    /** A child cannot be told to join a running one, so the wait is a poll; its pauses double to keep the history short. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private ChildTurn() {}

    /**
     * @param attempt makes a new stub and runs it
     * @param whenTaken is told each time the id is found taken
     */
    public static <R> R take(String workflowId, Functions.Func<R> attempt, Runnable whenTaken) {
        for (Duration pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            try {
                return attempt.apply();
            } catch (ChildWorkflowFailure failure) {
                if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                    throw failure;
                }
            }
            whenTaken.run();
            Workflow.newTimer(
                            pause,
                            TimerOptions.newBuilder()
                                    .setSummary(workflowId + " is running already")
                                    .build())
                    .get();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
