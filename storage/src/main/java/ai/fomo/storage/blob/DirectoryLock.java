package ai.fomo.storage.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** Held by one thread at a time, of all processes of the host. The system takes it back from a process that is killed. */
final class DirectoryLock {
    /**
     * The system's locks belong to processes, and closing any channel of a file gives up all that a process holds on it: so
     * threads queue here, and only the first has the file open.
     */
    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path directory;

    DirectoryLock(Path directory) {
        this.directory = directory;
    }

    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    /** Makes the directory where there is none, waits for whoever holds the lock, and holds it as long as the action runs. */
    <T> T hold(Action<T> action) throws IOException {
        Files.createDirectories(directory);
        ReentrantLock thread = THREADS.computeIfAbsent(directory.toRealPath(), path -> new ReentrantLock());
        thread.lock();
        try (FileChannel process =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            process.lock();
            return action.run();
        } finally {
            thread.unlock();
        }
    }
}
