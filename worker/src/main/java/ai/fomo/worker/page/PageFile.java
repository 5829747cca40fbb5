package ai.fomo.worker.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A page on disk: the whole of it or, after an interruption, what was there before. */
public final class PageFile {
    private PageFile() {}

    /** @throws PageNotWrittenException where it cannot be written, before any work is done for it */
    public static void check(Path file) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new PageNotWrittenException(
                    file + " is a directory; name a file, such as " + file.resolve("dataset.html"));
        }
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new PageNotWrittenException("there is no directory " + directory + "; create it, or write elsewhere");
        }
    }

    /** Replaces what is there. */
    public static void write(Path file, String html) {
        Path target = file.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid());
        try {
            try {
                Files.writeString(unfinished, html);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new PageNotWrittenException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
