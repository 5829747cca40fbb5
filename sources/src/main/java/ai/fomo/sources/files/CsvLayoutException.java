package ai.fomo.sources.files;

import java.nio.file.Path;

/** A CSV of labels that cannot be read as one: what is wrong, in which line, and what to do about it. */
public final class CsvLayoutException extends Exception {
    private final long line;

    CsvLayoutException(Path file, String fault) {
        super(file.getFileName() + ": " + fault);
        this.line = 0;
    }

    CsvLayoutException(Path file, long line, String fault) {
        super(file.getFileName() + ", line " + line + ": " + fault);
        this.line = line;
    }

    /** Counted from 1; 0 where the fault is the file's as a whole. */
    public long line() {
        return line;
    }
}
