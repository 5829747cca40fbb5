package ai.fomo.worker.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A row of a CSV that was left out.
 *
 * @param line in which the row begins, counted from 1
 * @param detail the reason as a sentence
 */
public record RowRefusal(long line, String file, Reason reason, String detail) {
    /** Why, for counting; written in lower case with hyphens. */
    public enum Reason {
        MISSING,
        OUTSIDE_DIRECTORY,
        UNREADABLE,
        UNSUPPORTED_TYPE,
        TRUNCATED,
        TOO_LARGE,
        DUPLICATE,
        WITHOUT_LABEL;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
