package ai.fomo.activities.evaluation;

/** Two runs cannot be compared. The message says why, in one sentence. */
public final class RunsNotComparableException extends RuntimeException {
    RunsNotComparableException(String message) {
        super(message);
    }
}
