package ai.fomo.storage.genre;

/** A genre map's YAML cannot be used. The message says what is wrong, in one sentence. */
public final class GenreMapFormatException extends RuntimeException {
    GenreMapFormatException(String message, Throwable cause) {
        super(message, cause);
    }

    GenreMapFormatException(String message) {
        super(message);
    }
}
