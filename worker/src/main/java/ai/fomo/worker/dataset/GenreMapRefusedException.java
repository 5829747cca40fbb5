package ai.fomo.worker.dataset;

/** A genre map cannot be used. The message says what to do, in one sentence. */
public final class GenreMapRefusedException extends RuntimeException {
    GenreMapRefusedException(String sentence) {
        super(sentence);
    }

    GenreMapRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
