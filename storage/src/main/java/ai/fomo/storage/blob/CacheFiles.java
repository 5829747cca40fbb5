package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a cache, named by digest, and the bytes that they may have together. When a file was last used is its time of
 * modification, so that all processes agree which one goes first.
 */
final class CacheFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CacheFiles.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".unfinished";

    private final Path directory;
    private final long bound;
    private final long spare;

    /**
     * @param bound bytes of all files together
     * @param spare bytes of the disk that are left to others
     */
    CacheFiles(Path directory, long bound, long spare) {
        this.directory = directory;
        this.bound = bound;
        this.spare = spare;
    }

    Path directory() {
        return directory;
    }

    Path file(Sha256 digest) {
        return directory.resolve(digest.hex());
    }

    /** Where a file is written before it has its name. */
    Path unfinished(Sha256 digest) {
        return directory.resolve(digest.hex() + UNFINISHED);
    }

    /** Of those who were killed while they wrote; the caller is the only one who may write now. */
    void removeUnfinished() throws IOException {
        for (Path file : list()) {
            if (file.getFileName().toString().endsWith(UNFINISHED)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Removes what was used longest ago until a file of that size fits.
     *
     * @return whether it does now; what is larger than the bound makes nothing go
     */
    boolean makeRoom(long bytes) throws IOException {
        if (bytes > bound) {
            return false;
        }
        List<CachedFile> files = oldestFirst();
        long held = files.stream().mapToLong(CachedFile::bytes).sum();
        long excess = held - (bound - bytes);
        long scarcity = spare - (usable() - bytes);
        long freed = evict(files, Math.max(excess, scarcity));
        return freed >= excess && usable() - bytes >= spare;
    }

    /** @return the bytes of what was removed: at least so many, unless there were fewer */
    long evict(long bytes) throws IOException {
        return evict(oldestFirst(), bytes);
    }

    private static long evict(List<CachedFile> oldestFirst, long bytes) throws IOException {
        long freed = 0;
        for (CachedFile file : oldestFirst) {
            if (freed >= bytes) {
                break;
            }
            Files.deleteIfExists(file.path());
            LOG.debug("{} is removed, last used {}", file.path(), file.used());
            freed += file.bytes();
        }
        return freed;
    }

    private long usable() {
        return directory.toFile().getUsableSpace();
    }

    private record CachedFile(Path path, long bytes, FileTime used) {}

    private List<CachedFile> oldestFirst() throws IOException {
        List<CachedFile> files = new ArrayList<>();
        for (Path path : list()) {
            if (NAME.matcher(path.getFileName().toString()).matches()) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                    files.add(new CachedFile(path, attributes.size(), attributes.lastModifiedTime()));
                } catch (NoSuchFileException e) {
                    LOG.debug("{} was removed meanwhile", path);
                }
            }
        }
        files.sort(Comparator.comparing(CachedFile::used).thenComparing(CachedFile::path));
        return files;
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
