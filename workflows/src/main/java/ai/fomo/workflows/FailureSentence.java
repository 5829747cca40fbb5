package ai.fomo.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TimeoutFailure;
import org.jspecify.annotations.Nullable;

/** What a person has to read of a chain of Temporal's failures: the one sentence at its bottom. */
public record FailureSentence(String type, String sentence) {
    public static FailureSentence of(Throwable failure) {
        FailureSentence found = null;
        String where = "the workflow";
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof ActivityFailure activity) {
                where = "activity " + activity.getActivityType();
            } else if (link instanceof ChildWorkflowFailure child) {
                where = "workflow " + child.getExecution().getWorkflowId();
            }
            FailureSentence own = ofLink(link, where);
            found = own == null ? found : own;
        }
        return found == null ? new FailureSentence("Unknown", where + ": " + failure.getMessage()) : found;
    }

    private static @Nullable FailureSentence ofLink(Throwable link, String where) {
        if (link instanceof ApplicationFailure application) {
            String message = application.getOriginalMessage();
            return new FailureSentence(
                    application.getType(),
                    message == null || message.isBlank() ? where + " failed with " + application.getType() : message);
        }
        if (link instanceof TimeoutFailure timeout) {
            return new FailureSentence(
                    "Timeout", where + " gave no sign of life in time (" + timeout.getTimeoutType() + ")");
        }
        return null;
    }
}
