package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of blobs on the local disk that outlive the process: what was fetched once is there the next time. They have at most
 * so many bytes together; what was used longest ago, by any process, goes first. Several processes and threads may share a
 * directory. A file that goes while it is mapped stays readable, and its space taken, for as long as it is.
 */
public final class ShardCache {
    private static final Logger LOG = LoggerFactory.getLogger(ShardCache.class);
    private static final int BUFFER = 1 << 20;

    /** Others write to the same disk, databases among them, that a full one stops. */
    private static final long SPARE = 1L << 30;

    private final CacheFiles files;
    private final DirectoryLock lock;
    private final Source source;
    private final InstantSource clock;

    /** What was read whole in this process, and found to be what its name says. */
    private final Map<Sha256, FileState> verified = new ConcurrentHashMap<>();

    ShardCache(CacheFiles files, Source source, InstantSource clock) {
        this.files = files;
        this.lock = new DirectoryLock(files.directory());
        this.source = source;
        this.clock = clock;
    }

    /**
     * A cache of features. What is there and beyond the bound goes.
     *
     * @param bound bytes; with 0 nothing is kept
     * @throws LocalDiskException where the directory cannot be made or written
     */
    public static ShardCache open(Path directory, long bound, BlobStore blobs) {
        CacheFiles files = new CacheFiles(directory, bound, SPARE);
        try {
            Files.createDirectories(directory);
            files.makeRoom(0);
        } catch (IOException e) {
            throw LocalDiskException.of(directory, e);
        }
        return new ShardCache(
                files, (digest, target) -> blobs.get(BlobKind.FEATURES, digest, target), InstantSource.system());
    }

    /** Where the content comes from that is not here, verified while it is written. */
    @FunctionalInterface
    interface Source {
        void get(Sha256 digest, BlobStore.Target target);
    }

    /**
     * The content, from here or from S3. What lies here is read whole when this process uses it for the first time, and fetched
     * again where it is not what its name says. What finds no room is mapped and not kept.
     *
     * @throws BlobMissingException where it is in neither
     * @throws BlobDamagedException where it is not here, and in S3 not what its name says
     * @throws LocalDiskException where it cannot be written, even after others made room
     */
    public MappedBlob map(Sha256 digest) {
        try {
            Optional<ByteBuffer> here = here(digest);
            return here.isPresent() ? new MappedBlob(here.get(), false) : lock.hold(() -> fetch(digest));
        } catch (IOException e) {
            throw LocalDiskException.of(files.file(digest), e);
        }
    }

    /** One at a time: so the bound holds, nothing is fetched twice, and what is unfinished is a dead process's. */
    private MappedBlob fetch(Sha256 digest) throws IOException {
        Optional<ByteBuffer> meanwhile = here(digest);
        if (meanwhile.isPresent()) {
            return new MappedBlob(meanwhile.get(), false);
        }
        files.removeUnfinished();
        Fetch fetch = new Fetch(digest);
        try {
            return new MappedBlob(fetch.run(), true);
        } catch (LocalDiskException full) {
            // The disk may be full of what can be fetched again. More goes with each retry of the caller.
            if (files.evict(Math.max(1, fetch.bytes)) == 0) {
                throw full;
            }
            LOG.warn("features used longest ago are removed: {}", full.getMessage());
            return new MappedBlob(fetch.run(), true);
        }
    }

    private final class Fetch implements BlobStore.Target {
        private final Sha256 digest;
        private final Path unfinished;
        private long bytes;
        private boolean fits;

        Fetch(Sha256 digest) {
            this.digest = digest;
            this.unfinished = files.unfinished(digest);
        }

        @Override
        public Path of(long bytes) {
            try {
                this.bytes = bytes;
                this.fits = files.makeRoom(bytes);
                return unfinished;
            } catch (IOException e) {
                throw LocalDiskException.of(files.directory(), e);
            }
        }

        ByteBuffer run() throws IOException {
            try {
                source.get(digest, this);
                ByteBuffer content;
                try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.READ)) {
                    content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                }
                if (fits) {
                    keep();
                }
                return content;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }

        private void keep() throws IOException {
            use(unfinished);
            FileState state = FileState.of(unfinished);
            Files.move(unfinished, files.file(digest), StandardCopyOption.ATOMIC_MOVE);
            verified.put(digest, state);
        }
    }

    private Optional<ByteBuffer> here(Sha256 digest) throws IOException {
        Path file = files.file(digest);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!FileState.of(file).equals(verified.get(digest)) && !isIntact(channel, digest)) {
                LOG.warn("{} is damaged, and is fetched again", file);
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            use(file);
            verified.put(digest, FileState.of(file));
            return Optional.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Read, not mapped: what the disk does not give is an error here, and the end of the process there. */
    private static boolean isIntact(FileChannel channel, Sha256 digest) throws IOException {
        MessageDigest sha256 = Sha256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (channel.read(buffer) >= 0) {
                sha256.update(buffer.flip());
                buffer.clear();
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            LOG.warn("{} cannot be read from the local disk", digest, e);
            return false;
        }
        return Sha256.of(sha256).equals(digest);
    }

    private void use(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException e) {
            // It was removed meanwhile, or cannot be written: its content is as good as before.
            LOG.debug("the use of {} is not recorded", file, e);
        }
    }

    /** Tells a file from its successors. */
    private record FileState(@Nullable Object key, long bytes, FileTime used) {
        static FileState of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        }
    }
}
