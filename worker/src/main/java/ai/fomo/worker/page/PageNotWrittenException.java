package ai.fomo.worker.page;

/** A page that could not be written. The message says what to do, in one sentence. */
public final class PageNotWrittenException extends RuntimeException {
    PageNotWrittenException(String sentence) {
        super(sentence);
    }

    PageNotWrittenException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
