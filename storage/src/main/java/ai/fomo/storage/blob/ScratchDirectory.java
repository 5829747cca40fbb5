package ai.fomo.storage.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Local files of one process: what is too large for memory, and of no worth afterwards. What processes that were killed have
 * left is removed by the next one. All methods throw {@link LocalDiskException} where the disk is full or not to be written.
 */
public final class ScratchDirectory implements AutoCloseable {
    private static final String LOCK = "lock";

    /** Not to be looked at: closing any channel of its lock would give up the process's lock on it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lock;
    private final AtomicLong files = new AtomicLong();

    private ScratchDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @param parent shared by all processes of a host, or of a home directory */
    public static ScratchDirectory open(Path parent) {
        try {
            // One process at a time: between making a directory and locking it nobody may take it for a dead one's.
            return new DirectoryLock(parent).hold(() -> {
                removeDead(parent);
                Path own = Files.createTempDirectory(
                        parent.toRealPath(), ProcessHandle.current().pid() + "-");
                FileChannel lock = channel(own.resolve(LOCK));
                lock.lock();
                OURS.add(own);
                return new ScratchDirectory(own, lock);
            });
        } catch (IOException e) {
            throw LocalDiskException.of(parent, e);
        }
    }

    /** A file that does not exist yet. */
    public Path newFile(String purpose) {
        return directory.resolve(purpose + "-" + files.incrementAndGet());
    }

    /** Does nothing where there is no such file. */
    public void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw LocalDiskException.of(file, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            delete(directory);
            OURS.remove(directory);
        } catch (IOException e) {
            throw LocalDiskException.of(directory, e);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void removeDead(Path parent) throws IOException {
        List<Path> directories = new ArrayList<>();
        try (Stream<Path> children = Files.list(parent.toRealPath())) {
            children.filter(Files::isDirectory)
                    .filter(child -> !OURS.contains(child))
                    .forEach(directories::add);
        }
        for (Path child : directories) {
            if (isDead(child)) {
                delete(child);
            }
        }
    }

    /** A process that lives holds the lock of its directory. */
    private static boolean isDead(Path directory) throws IOException {
        try (FileChannel channel = channel(directory.resolve(LOCK))) {
            return channel.tryLock() != null;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
