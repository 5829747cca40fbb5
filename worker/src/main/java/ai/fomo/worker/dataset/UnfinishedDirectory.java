package ai.fomo.worker.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that appears under its name only when it is complete: what goes into it is written beside it, under another
 * name, and removed where the process is told to stop before the end.
 */
final class UnfinishedDirectory implements AutoCloseable {
    /** Writers that have not noticed yet may add a file while the directory is being removed. */
    private static final int REMOVALS = 20;

    private final Path target;
    private final Path unfinished;
    private final Thread hook;
    private volatile boolean closed;

    /** @throws ExportRefusedException where the target is a file, or has something in it */
    UnfinishedDirectory(Path target) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        requireFree(this.target);
        Path parent = this.target.getParent();
        if (parent == null) {
            throw new ExportRefusedException(target + " cannot be written to; choose another --to");
        }
        Files.createDirectories(parent);
        this.unfinished = parent.resolve("." + this.target.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid());
        remove(unfinished);
        Files.createDirectory(unfinished);
        this.hook = new Thread(this::abandon, "remove-unfinished");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Says no before any work is done. */
    static void requireFree(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new ExportRefusedException(target + " is a file; name a directory with --to");
        }
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new ExportRefusedException(
                        "the directory " + target + " is not empty; empty it, or name another with --to");
            }
        } catch (IOException e) {
            throw new ExportRefusedException("the directory " + target + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where to write for now. */
    Path path() {
        return unfinished;
    }

    /** Whether there is no use in writing any more. */
    boolean closed() {
        return closed;
    }

    /** Everything is written: it gets its name. */
    void finish() throws IOException {
        // An empty directory of that name gives way, as rename(2) has it.
        Files.deleteIfExists(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is stopping: the hook is at it.
            return;
        }
        abandon();
    }

    private void abandon() {
        closed = true;
        for (int attempt = 0; attempt < REMOVALS && Files.exists(unfinished); attempt++) {
            try {
                remove(unfinished);
            } catch (IOException | UncheckedIOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
