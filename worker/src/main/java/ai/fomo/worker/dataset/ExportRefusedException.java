package ai.fomo.worker.dataset;

/** An export that cannot be done; nothing of it is left behind. The message says what to do, in one sentence. */
public final class ExportRefusedException extends RuntimeException {
    public ExportRefusedException(String sentence) {
        super(sentence);
    }

    public ExportRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
