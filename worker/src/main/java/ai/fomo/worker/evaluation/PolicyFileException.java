package ai.fomo.worker.evaluation;

/** A file that a person named holds no gate policy. The message says why, in one sentence. */
public final class PolicyFileException extends RuntimeException {
    PolicyFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
