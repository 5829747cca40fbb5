package ai.fomo.worker.lineage;

/** Nothing, or more than one thing, goes by that name. */
public final class UnknownSubjectException extends RuntimeException {
    UnknownSubjectException(String message) {
        super(message);
    }
}
