package ai.fomo.sources.files;

/**
 * A row that is left out while the others are taken.
 *
 * @param line in which the row begins, counted from 1
 * @param reason one sentence
 */
public record RefusedRow(long line, String name, Fault fault, String reason) {
    /** What kind of reason it is, for counting. */
    public enum Fault {
        DUPLICATE,
        OUTSIDE_DIRECTORY
    }
}
