package ai.fomo.workflows.feature;

import ai.fomo.workflows.FailureTypes;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Functions;

/** Tries again what has failed because features were lost, once they were computed again. */
final class LostFeatures {
    /** Losses come one after the other only where a store loses faster than is computed. */
    private static final int REPAIRS = 3;

    private LostFeatures() {}

    /** @param again what is to be done between two tries */
    static <R> R recovered(Functions.Func<R> attempt, Runnable again) {
        for (int repairs = 0; ; repairs++) {
            try {
                return attempt.apply();
            } catch (ActivityFailure | ChildWorkflowFailure failure) {
                if (repairs == REPAIRS || !isLoss(failure)) {
                    throw failure;
                }
            }
            again.run();
        }
    }

    /** Below the failure that has its name there is the exception that it was made of. */
    private static boolean isLoss(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof ApplicationFailure named && FailureTypes.FEATURES_LOST.equals(named.getType())) {
                return true;
            }
        }
        return false;
    }
}
