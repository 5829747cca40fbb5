package ai.fomo.storage.blob;

import com.google.common.util.concurrent.MoreExecutors;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Objects by name in a bucket of plain S3. All methods throw {@link BlobStoreException} where S3 cannot be reached or refuses;
 * those are worth a retry.
 */
final class Bucket implements AutoCloseable {
    /**
     * What is larger is put in parts of this size: servers hold a request in memory while they check its signature, and refuse
     * large ones.
     */
    private static final long PART = 64L << 20;

    /** Connections that are kept while nobody uses them: images are fetched by some threads for each core. */
    private static final int IDLE = 16 * Runtime.getRuntime().availableProcessors();

    private static final String CONTENT_TYPE = "application/octet-stream";

    private final S3Configuration configuration;
    private final OkHttpClient http;
    private final MinioClient client;

    private Bucket(S3Configuration configuration, OkHttpClient http, MinioClient client) {
        this.configuration = configuration;
        this.http = http;
        this.client = client;
    }

    /** Connects on first use. */
    static Bucket open(S3Configuration configuration) {
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(inCallersThread())
                .connectTimeout(10, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS)
                .writeTimeout(60, TimeUnit.SECONDS)
                .connectionPool(new ConnectionPool(IDLE, 1, TimeUnit.MINUTES))
                .build();
        MinioClient client = MinioClient.builder()
                .endpoint(configuration.endpoint())
                .region(configuration.region())
                .credentials(configuration.accessKey(), configuration.secretKey())
                .httpClient(http)
                .build();
        return new Bucket(configuration, http, client);
    }

    /**
     * The client sends every request as if nobody waited for it, though all its callers do: a thread of its own for each would
     * only hand the answer over. How many are sent at once is the callers' affair.
     */
    private static Dispatcher inCallersThread() {
        Dispatcher dispatcher = new Dispatcher(MoreExecutors.newDirectExecutorService());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    /** Creates it where it does not exist; of several callers at once all succeed. */
    void ensure() {
        try {
            if (!isThere()) {
                client.makeBucket(
                        MakeBucketArgs.builder().bucket(configuration.bucket()).build());
            }
        } catch (MinioException | IllegalStateException e) {
            if (!isError(e, "BucketAlreadyOwnedByYou")) {
                throw failure(e);
            }
        }
    }

    boolean isThere() {
        try {
            return client.bucketExists(
                    BucketExistsArgs.builder().bucket(configuration.bucket()).build());
        } catch (MinioException | IllegalStateException e) {
            throw failure(e);
        }
    }

    /** Content on its way into an object. */
    sealed interface Content {
        long size();

        record Bytes(byte[] bytes) implements Content {
            @Override
            public long size() {
                return bytes.length;
            }
        }

        /** @param file that does not change meanwhile */
        record File(Path file) implements Content {
            @Override
            public long size() {
                try {
                    return Files.size(file);
                } catch (IOException e) {
                    throw LocalDiskException.of(file, e);
                }
            }
        }
    }

    /** @return whether it was put; it was not where there is an object of that name */
    boolean putIfAbsent(String object, Content content) {
        try {
            if (content.size() <= PART) {
                send(object, content, new Http.Headers("If-None-Match", "*"));
                return true;
            }
            // Conditions hold for single requests. Parts come together at once: what is there is there as a whole.
            if (exists(object)) {
                return false;
            }
            send(object, content, new Http.Headers());
            return true;
        } catch (MinioException | IllegalStateException e) {
            // AWS answers 409 ConditionalRequestConflict where two puts of the same object race.
            if (isError(e, "PreconditionFailed") || isError(e, "ConditionalRequestConflict")) {
                return false;
            }
            throw failure(e);
        }
    }

    /** Whatever is there. */
    void overwrite(String object, Content content) {
        try {
            send(object, content, new Http.Headers());
        } catch (MinioException | IllegalStateException e) {
            throw failure(e);
        }
    }

    private void send(String object, Content content, Http.Headers conditions) throws MinioException {
        if (content instanceof Content.File file) {
            client.uploadObject(UploadObjectArgs.builder()
                    .bucket(configuration.bucket())
                    .object(object)
                    .contentType(CONTENT_TYPE)
                    .filename(file.file().toString(), PART)
                    .extraHeaders(conditions)
                    .build());
            return;
        }
        byte[] bytes = ((Content.Bytes) content).bytes();
        PutObjectArgs.Builder put = PutObjectArgs.builder()
                .bucket(configuration.bucket())
                .object(object)
                .contentType(CONTENT_TYPE)
                .extraHeaders(conditions);
        client.putObject((bytes.length <= PART
                        ? put.data(bytes, bytes.length)
                        : put.stream(new ByteArrayInputStream(bytes), (long) bytes.length, PART))
                .build());
    }

    boolean exists(String object) {
        try {
            client.statObject(StatObjectArgs.builder()
                    .bucket(configuration.bucket())
                    .object(object)
                    .build());
            return true;
        } catch (MinioException | IllegalStateException e) {
            if (isError(e, "NoSuchKey")) {
                return false;
            }
            throw failure(e);
        }
    }

    /** What becomes of an object's content. */
    @FunctionalInterface
    interface Reading<T> {
        /**
         * @param bytes of the content; {@link Long#MAX_VALUE} where the server does not say before it comes
         * @throws IOException of the stream; what is wrong with anything else comes as it is
         */
        T of(InputStream content, long bytes) throws IOException;
    }

    /** Empty where there is no such object. */
    <T> Optional<T> read(String object, Reading<T> reading) {
        try (GetObjectResponse content = client.getObject(GetObjectArgs.builder()
                .bucket(configuration.bucket())
                .object(object)
                .build())) {
            String bytes = content.headers().get("Content-Length");
            return Optional.of(reading.of(content, bytes == null ? Long.MAX_VALUE : Long.parseLong(bytes)));
        } catch (MinioException | IllegalStateException e) {
            if (isError(e, "NoSuchKey")) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (IOException e) {
            throw BlobStoreException.unreachable(configuration, e);
        }
    }

    /** Does nothing where there is no such object. */
    void remove(String object) {
        try {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(configuration.bucket())
                    .object(object)
                    .build());
        } catch (MinioException | IllegalStateException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
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
}
