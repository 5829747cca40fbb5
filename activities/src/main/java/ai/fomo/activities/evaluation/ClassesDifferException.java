package ai.fomo.activities.evaluation;

/** A dataset's classes are not those of the model that it should judge. The message says which, in one sentence. */
public final class ClassesDifferException extends RuntimeException {
    ClassesDifferException(String message) {
        super(message);
    }
}
