package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.Database;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jdbi.v3.core.Handle;

/**
 * Immutable content in S3, named by its SHA-256. All methods throw {@link BlobStoreException} where S3 cannot be reached or
 * refuses; those are worth a retry.
 */
public final class BlobStore implements AutoCloseable {
    /**
     * What is larger is put in parts of this size: servers hold a request in memory while they check its signature, and refuse
     * large ones.
     */
    private static final long PART = 64L << 20;

    private static final String CONTENT_TYPE = "application/octet-stream";

    private static final int BUFFER = 1 << 20;

    private final S3Configuration configuration;
    private final OkHttpClient http;
    private final MinioClient client;
    private final BlobRows rows;

    private BlobStore(S3Configuration configuration, OkHttpClient http, MinioClient client, BlobRows rows) {
        this.configuration = configuration;
        this.http = http;
        this.client = client;
        this.rows = rows;
    }

    /** Connects on first use. */
    public static BlobStore open(S3Configuration configuration, Database database) {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(10, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS)
                .writeTimeout(60, TimeUnit.SECONDS)
                .connectionPool(new ConnectionPool(16, 1, TimeUnit.MINUTES))
                .build();
        MinioClient client = MinioClient.builder()
                .endpoint(configuration.endpoint())
                .region(configuration.region())
                .credentials(configuration.accessKey(), configuration.secretKey())
                .httpClient(http)
                .build();
        return new BlobStore(configuration, http, client, new BlobRows(database.jdbi()));
    }

    /** Creates the bucket where it does not exist; of several callers at once all succeed. */
    public void ensureBucket() {
        String bucket = configuration.bucket();
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (MinioException | IllegalStateException e) {
            if (!isError(e, "BucketAlreadyOwnedByYou")) {
                throw failure(e);
            }
        }
    }

    /** Whether the bucket is there; for a check that changes nothing. */
    public boolean bucketExists() {
        try {
            return client.bucketExists(
                    BucketExistsArgs.builder().bucket(configuration.bucket()).build());
        } catch (MinioException | IllegalStateException e) {
            throw failure(e);
        }
    }

    /** How content gets into its object, whatever is there. */
    @FunctionalInterface
    private interface Put {
        void run(Http.Headers conditions) throws MinioException;
    }

    /** Stores content; what is already there is verified, and overwritten where it is damaged. */
    public Sha256 put(BlobKind kind, byte[] content) {
        Sha256 digest = Sha256.of(content);
        rows.touch(kind, digest, content.length);
        put(kind, digest, content.length, conditions -> {
            PutObjectArgs.Builder object = PutObjectArgs.builder()
                    .bucket(configuration.bucket())
                    .object(path(kind, digest))
                    .contentType(CONTENT_TYPE)
                    .extraHeaders(conditions);
            client.putObject((content.length <= PART
                            ? object.data(content, content.length)
                            : object.stream(new ByteArrayInputStream(content), (long) content.length, PART))
                    .build());
        });
        return digest;
    }

    /**
     * The whole content, verified.
     *
     * @throws BlobMissingException where there is none
     * @throws BlobDamagedException where it is not what its name says
     */
    public byte[] get(BlobKind kind, Sha256 digest) {
        byte[] content = read(kind, digest).orElseThrow(() -> new BlobMissingException(kind, digest, configuration));
        Sha256 found = Sha256.of(content);
        if (!found.equals(digest)) {
            throw new BlobDamagedException(kind, digest, found, configuration);
        }
        return content;
    }

    /**
     * The same as {@link #put(BlobKind, byte[])} for what need not fit in memory.
     *
     * @param digest of the file's content, which does not change meanwhile
     */
    public void put(BlobKind kind, Path file, Sha256 digest) {
        long size = sizeOf(file);
        rows.touch(kind, digest, size);
        put(
                kind,
                digest,
                size,
                conditions -> client.uploadObject(
                        uploading(kind, digest, file).extraHeaders(conditions).build()));
    }

    /** What is already there is verified, and overwritten where it is damaged. */
    private void put(BlobKind kind, Sha256 digest, long size, Put put) {
        try {
            if (size <= PART) {
                put.run(new Http.Headers("If-None-Match", "*"));
                return;
            }
            // Conditions hold for single requests. Parts come together at once: what is there is there as a whole.
            if (!exists(kind, digest)) {
                put.run(new Http.Headers());
                return;
            }
        } catch (MinioException | IllegalStateException e) {
            // AWS answers 409 ConditionalRequestConflict where two puts of the same object race.
            if (!isError(e, "PreconditionFailed") && !isError(e, "ConditionalRequestConflict")) {
                throw failure(e);
            }
        }
        repair(kind, digest, put);
    }

    /**
     * Reads all of it, and keeps nothing.
     *
     * @throws BlobMissingException where there is none
     * @throws BlobDamagedException where it is not what its name says
     */
    public void verify(BlobKind kind, Sha256 digest) {
        stream(
                kind,
                digest,
                (in, sha256) -> new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream()));
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
        stream(kind, digest, (in, sha256) -> copy(in, target, sha256));
    }

    /** Takes in content as it comes, and tells the digest of it. */
    @FunctionalInterface
    private interface Intake {
        void take(InputStream in, MessageDigest sha256) throws IOException;
    }

    private void stream(BlobKind kind, Sha256 digest, Intake intake) {
        MessageDigest sha256 = Sha256.newDigest();
        try (InputStream in = client.getObject(GetObjectArgs.builder()
                .bucket(configuration.bucket())
                .object(path(kind, digest))
                .build())) {
            intake.take(in, sha256);
        } catch (MinioException | IllegalStateException e) {
            if (isError(e, "NoSuchKey")) {
                throw new BlobMissingException(kind, digest, configuration);
            }
            throw failure(e);
        } catch (IOException e) {
            throw BlobStoreException.unreachable(configuration, e);
        }
        Sha256 found = Sha256.of(sha256);
        if (!found.equals(digest)) {
            throw new BlobDamagedException(kind, digest, found, configuration);
        }
    }

    /**
     * Removes a blob that nobody needs any more. Whoever puts the same content again meanwhile finds it gone, and puts it.
     *
     * @param unused in the transaction that removes it: whether really nobody needs it; it may write
     */
    public void discard(BlobKind kind, Sha256 digest, Predicate<Handle> unused) {
        rows.discard(kind, digest, unused, () -> {
            try {
                client.removeObject(RemoveObjectArgs.builder()
                        .bucket(configuration.bucket())
                        .object(path(kind, digest))
                        .build());
            } catch (MinioException | IllegalStateException e) {
                throw failure(e);
            }
        });
    }

    /** Whether there is an object of that name; whether it is intact is known only by reading it. */
    public boolean exists(BlobKind kind, Sha256 digest) {
        try {
            client.statObject(StatObjectArgs.builder()
                    .bucket(configuration.bucket())
                    .object(path(kind, digest))
                    .build());
            return true;
        } catch (MinioException | IllegalStateException e) {
            if (isError(e, "NoSuchKey")) {
                return false;
            }
            throw failure(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void repair(BlobKind kind, Sha256 digest, Put put) {
        try {
            verify(kind, digest);
        } catch (BlobMissingException | BlobDamagedException damage) {
            try {
                put.run(new Http.Headers());
            } catch (MinioException | IllegalStateException e) {
                throw failure(e);
            }
        }
    }

    /** What cannot be read comes from S3, what cannot be written is the local disk's. */
    private static void copy(InputStream in, Path target, MessageDigest sha256) throws IOException {
        OutputStream out;
        try {
            out = Files.newOutputStream(target);
        } catch (IOException e) {
            throw LocalDiskException.of(target, e);
        }
        try (out) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha256.update(buffer, 0, count);
                try {
                    out.write(buffer, 0, count);
                } catch (IOException e) {
                    throw LocalDiskException.of(target, e);
                }
            }
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw LocalDiskException.of(file, e);
        }
    }

    private UploadObjectArgs.Builder uploading(BlobKind kind, Sha256 digest, Path file) {
        try {
            return UploadObjectArgs.builder()
                    .bucket(configuration.bucket())
                    .object(path(kind, digest))
                    .contentType(CONTENT_TYPE)
                    .filename(file.toString(), PART);
        } catch (MinioException e) {
            throw new IllegalArgumentException("not a file: " + file, e);
        }
    }

    private Optional<byte[]> read(BlobKind kind, Sha256 digest) {
        try (InputStream in = client.getObject(GetObjectArgs.builder()
                .bucket(configuration.bucket())
                .object(path(kind, digest))
                .build())) {
            return Optional.of(in.readAllBytes());
        } catch (MinioException | IllegalStateException e) {
            if (isError(e, "NoSuchKey")) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (IOException e) {
            throw BlobStoreException.unreachable(configuration, e);
        }
    }

    /** The client wraps what it does not expect, a refused connection among it, in an IllegalStateException. */
    private RuntimeException failure(Exception e) {
        if (e instanceof IllegalStateException unexpected && !(e.getCause() instanceof IOException)) {
            return unexpected;
        }
        if (e instanceof ErrorResponseException refusal) {
            return BlobStoreException.refused(
                    configuration,
                    refusal.errorResponse().code(),
                    refusal.errorResponse().message(),
                    e);
        }
        return BlobStoreException.unreachable(configuration, e);
    }

    private static boolean isError(Exception e, String code) {
        return e instanceof ErrorResponseException refusal
                && code.equals(refusal.errorResponse().code());
    }

    private static String path(BlobKind kind, Sha256 digest) {
        return kind.label() + "/" + digest;
    }
}
