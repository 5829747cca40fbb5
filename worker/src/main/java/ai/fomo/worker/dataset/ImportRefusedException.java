package ai.fomo.worker.dataset;

/** An import that cannot be done; nothing of it is in the catalogue. The message says what to do, in one sentence. */
public final class ImportRefusedException extends RuntimeException {
    public ImportRefusedException(String sentence) {
        super(sentence);
    }

    public ImportRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
