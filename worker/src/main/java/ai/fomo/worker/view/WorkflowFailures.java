package ai.fomo.worker.view;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;

/** Why a workflow failed, in one sentence: that of the activity or rule that said no. */
public final class WorkflowFailures {
    private WorkflowFailures() {}

    /** The sentence of the innermost failure that has one. */
    public static String sentence(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && (!(innermost instanceof TemporalFailure) || wraps(innermost))) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof ApplicationFailure application) {
            return application.getOriginalMessage();
        }
        if (innermost instanceof CanceledFailure) {
            return "it was cancelled";
        }
        if (innermost instanceof TerminatedFailure) {
            return "it was terminated";
        }
        if (innermost instanceof TimeoutFailure timeout) {
            return "it ran out of time (" + timeout.getTimeoutType() + ")";
        }
        return String.valueOf(innermost.getMessage());
    }

    /** Whether a failure of that type is in the chain; behind it there may be the exception that it was made of. */
    public static boolean isOf(String type, Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof ApplicationFailure application
                    && application.getType().equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** An application's failure speaks for itself; the others only carry one. */
    private static boolean wraps(Throwable failure) {
        return !(failure instanceof ApplicationFailure);
    }
}
