package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Immutable content in S3, named by its SHA-256. All methods throw {@link BlobStoreException} where S3 cannot be reached or
 * refuses; those are worth a retry.
 */
public final class BlobStore implements AutoCloseable {
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final S3Configuration configuration;
    private final Bucket bucket;
    private final BlobRows rows;

    private BlobStore(S3Configuration configuration, Bucket bucket, BlobRows rows) {
        this.configuration = configuration;
        this.bucket = bucket;
        this.rows = rows;
    }

    /** Connects on first use. */
    public static BlobStore open(S3Configuration configuration, Database database) {
        return new BlobStore(configuration, Bucket.open(configuration), new BlobRows(database.jdbi()));
    }

    /** Creates the bucket where it does not exist; of several callers at once all succeed. */
    public void ensureBucket() {
        bucket.ensure();
    }

    /** Whether the bucket is there; for a check that changes nothing. */
    public boolean bucketExists() {
        return bucket.isThere();
    }

    /** Stores content; what is already there is verified, and overwritten where it is damaged. */
    public Sha256 put(BlobKind kind, byte[] content) {
        Sha256 digest = Sha256.of(content);
        put(kind, digest, new Bucket.Content.Bytes(content));
        return digest;
    }

    /**
     * The same as {@link #put(BlobKind, byte[])} for what need not fit in memory.
     *
     * @param digest of the file's content, which does not change meanwhile
     */
    public void put(BlobKind kind, Path file, Sha256 digest) {
        put(kind, digest, new Bucket.Content.File(file));
    }

    private void put(BlobKind kind, Sha256 digest, Bucket.Content content) {
        rows.touch(kind, digest, content.size());
        if (bucket.putIfAbsent(path(kind, digest), content)) {
            return;
        }
        try {
            verify(kind, digest);
        } catch (BlobMissingException | BlobDamagedException damage) {
            bucket.overwrite(path(kind, digest), content);
        }
    }

    /**
     * The whole content, verified.
     *
     * @throws BlobMissingException where there is none
     * @throws BlobDamagedException where it is not what its name says
     */
    public byte[] get(BlobKind kind, Sha256 digest) {
        return read(kind, digest, BlobStore::readAll);
    }

    /** Into an array of the length that is said, if that is one: {@link InputStream#readAllBytes} copies what it reads once more. */
    private static byte[] readAll(InputStream content, long bytes) throws IOException {
        if (bytes > LONGEST_ARRAY) {
            return content.readAllBytes();
        }
        byte[] all = new byte[(int) bytes];
        int read = content.readNBytes(all, 0, all.length);
        return read == all.length ? all : Arrays.copyOf(all, read);
    }

    /**
     * Writes the whole content into a file, verified.
     *
     * @param target replaced where it exists; of no use where this throws
     * @throws BlobMissingException where there is none
     * @throws BlobDamagedException where it is not what its name says
     * @throws LocalDiskException where the file cannot be written
     */
    public void get(BlobKind kind, Sha256 digest, Path target) {
        get(kind, digest, bytes -> target);
    }

    /** Where content goes. */
    @FunctionalInterface
    public interface Target {
        /**
         * Called once, before anything is written, so that room can be made.
         *
         * @param bytes that will come; {@link Long#MAX_VALUE} where S3 does not say
         */
        Path of(long bytes);
    }

    /** The same as {@link #get(BlobKind, Sha256, Path)} where the length decides about the target. */
    public void get(BlobKind kind, Sha256 digest, Target target) {
        read(kind, digest, (content, bytes) -> copy(content, target.of(bytes)));
    }

    /**
     * Reads all of it, and keeps nothing.
     *
     * @throws BlobMissingException where there is none
     * @throws BlobDamagedException where it is not what its name says
     */
    public void verify(BlobKind kind, Sha256 digest) {
        read(kind, digest, (content, bytes) -> content.transferTo(OutputStream.nullOutputStream()));
    }

    private <T> T read(BlobKind kind, Sha256 digest, Bucket.Reading<T> reading) {
        MessageDigest sha256 = Sha256.newDigest();
        T found = bucket.read(
                        path(kind, digest),
                        (content, bytes) -> reading.of(new DigestInputStream(content, sha256), bytes))
                .orElseThrow(() -> new BlobMissingException(kind, digest, configuration));
        Sha256 name = Sha256.of(sha256);
        if (!name.equals(digest)) {
            throw new BlobDamagedException(kind, digest, name, configuration);
        }
        return found;
    }

    /** What cannot be read comes from S3, what cannot be written is the local disk's. @return the target */
    private static Path copy(InputStream in, Path target) throws IOException {
        OutputStream out;
        try {
            out = Files.newOutputStream(target);
        } catch (IOException e) {
            throw LocalDiskException.of(target, e);
        }
        try (out) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                try {
                    out.write(buffer, 0, count);
                } catch (IOException e) {
                    throw LocalDiskException.of(target, e);
                }
            }
        }
        return target;
    }

    /**
     * Removes a blob that nobody needs any more. Whoever puts the same content again meanwhile finds it gone, and puts it.
     *
     * @param unused in the transaction that removes it: whether really nobody needs it; it may write
     */
    public void discard(BlobKind kind, Sha256 digest, Predicate<Handle> unused) {
        rows.discard(kind, digest, unused, () -> bucket.remove(path(kind, digest)));
    }

    /** Whether there is an object of that name; whether it is intact is known only by reading it. */
    public boolean exists(BlobKind kind, Sha256 digest) {
        return bucket.exists(path(kind, digest));
    }

    @Override
    public void close() {
        bucket.close();
    }

    private static String path(BlobKind kind, Sha256 digest) {
        return kind.label() + "/" + digest;
    }
}
