package ai.fomo.storage.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.TestDatabase;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BlobStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestBucket BUCKET = new TestBucket();

    private static S3Configuration configuration;
    private static BlobStore blobs;
    private static MinioClient raw;

    @BeforeAll
    static void open() {
        configuration = BUCKET.configuration("fomo");
        blobs = BUCKET.store(DATABASE.database());
        raw = BUCKET.client();
    }

    @AfterAll
    static void close() throws Exception {
        blobs.close();
        raw.close();
    }

    @Test
    void contentComesBackUnderItsDigest() {
        byte[] content = bytes(3_000_000);

        Sha256 digest = blobs.put(BlobKind.MODELS, content);

        assertThat(digest).isEqualTo(Sha256.of(content));
        assertThat(blobs.exists(BlobKind.MODELS, digest)).isTrue();
        assertThat(blobs.get(BlobKind.MODELS, digest)).isEqualTo(content);
    }

    @Test
    void kindsDoNotMix() {
        Sha256 digest = blobs.put(BlobKind.COVERS, "a cover".getBytes(UTF_8));

        assertThat(blobs.exists(BlobKind.POSTERS, digest)).isFalse();
    }

    @Test
    void emptyContentIsContent() {
        assertThat(blobs.get(BlobKind.REPORTS, blobs.put(BlobKind.REPORTS, new byte[0])))
                .isEmpty();
    }

    @Test
    void puttingTheSameAgainWritesNothing() throws Exception {
        byte[] content = "once".getBytes(UTF_8);
        Sha256 digest = blobs.put(BlobKind.COVERS, content);
        raw.putObject(PutObjectArgs.builder()
                .bucket("fomo")
                .object("covers/" + digest)
                .data(content, content.length)
                .contentType("text/marked")
                .build());

        blobs.put(BlobKind.COVERS, content);

        assertThat(contentType("covers/" + digest)).isEqualTo("text/marked");
    }

    @Test
    void aDamagedBlobIsNoticedAndPuttingItAgainRepairsIt() throws Exception {
        byte[] content = "intact".getBytes(UTF_8);
        Sha256 digest = blobs.put(BlobKind.CHECKPOINTS, content);
        overwrite("checkpoints/" + digest, "damaged".getBytes(UTF_8));

        assertThatThrownBy(() -> blobs.get(BlobKind.CHECKPOINTS, digest))
                .isInstanceOf(BlobDamagedException.class)
                .hasMessageContaining("checkpoints/" + digest)
                .hasMessageContaining(Sha256.of("damaged".getBytes(UTF_8)).hex());

        blobs.put(BlobKind.CHECKPOINTS, content);
        assertThat(blobs.get(BlobKind.CHECKPOINTS, digest)).isEqualTo(content);
    }

    @Test
    void aBlobThatIsNotThereIsMissing() {
        Sha256 nothing = Sha256.of("nothing".getBytes(UTF_8));

        assertThat(blobs.exists(BlobKind.FEATURES, nothing)).isFalse();
        assertThatThrownBy(() -> blobs.get(BlobKind.FEATURES, nothing))
                .isInstanceOf(BlobMissingException.class)
                .hasMessageContaining("features/" + nothing);
    }

    @Test
    void aRemovedBlobIsWrittenAgain() throws Exception {
        byte[] content = "removed".getBytes(UTF_8);
        Sha256 digest = blobs.put(BlobKind.COVERS, content);
        raw.removeObject(RemoveObjectArgs.builder()
                .bucket("fomo")
                .object("covers/" + digest)
                .build());

        blobs.put(BlobKind.COVERS, content);

        assertThat(blobs.get(BlobKind.COVERS, digest)).isEqualTo(content);
    }

    @Test
    void everyPutTouchesItsRow() {
        byte[] content = "touched".getBytes(UTF_8);
        Sha256 digest = blobs.put(BlobKind.COVERS, content);
        Instant first = touchedAt(digest);

        blobs.put(BlobKind.COVERS, content);

        assertThat(touchedAt(digest)).isAfter(first);
    }

    @Test
    void ofManyPutsOfTheSameContentAllSucceed() throws Exception {
        byte[] content = bytes(200_000);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Sha256>> puts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                puts.add(() -> blobs.put(BlobKind.FEATURES, content));
            }
            for (Future<Sha256> put : threads.invokeAll(puts)) {
                assertThat(blobs.get(BlobKind.FEATURES, put.get())).isEqualTo(content);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ensuringABucketThatIsThereChangesNothing() {
        assertThatCode(blobs::ensureBucket).doesNotThrowAnyException();
        assertThat(blobs.bucketExists()).isTrue();
    }

    @Test
    void anUnreachableServerIsOneSentenceWithTheNameToCheck() {
        S3Configuration nowhere = new S3Configuration("http://127.0.0.1:1", "us-east-1", "fomo", "key", "secret");
        try (BlobStore unreachable = BlobStore.open(nowhere, DATABASE.database())) {
            assertThatThrownBy(unreachable::ensureBucket)
                    .isInstanceOf(BlobStoreException.class)
                    .hasMessageContaining("S3 at http://127.0.0.1:1 cannot be reached")
                    .hasMessageContaining("FOMO_S3_ENDPOINT");
            assertThatThrownBy(() -> unreachable.put(BlobKind.COVERS, new byte[1]))
                    .isInstanceOf(BlobStoreException.class);
        }
    }

    @Test
    void aWrongKeyIsOneSentenceWithTheNamesToCheck() {
        S3Configuration wrong =
                new S3Configuration(configuration.endpoint(), "us-east-1", "fomo", "key", "not the secret");
        try (BlobStore refused = BlobStore.open(wrong, DATABASE.database())) {
            assertThatThrownBy(() -> refused.get(BlobKind.COVERS, Sha256.of(new byte[1])))
                    .isInstanceOf(BlobStoreException.class)
                    .hasMessageContaining("refused")
                    .hasMessageContaining("FOMO_S3_SECRET_KEY")
                    .hasMessageNotContaining("not the secret");
        }
        assertThat(wrong.toString()).doesNotContain("not the secret");
    }

    private static byte[] bytes(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static void overwrite(String path, byte[] content) throws Exception {
        raw.putObject(PutObjectArgs.builder()
                .bucket("fomo")
                .object(path)
                .data(content, content.length)
                .build());
    }

    private static String contentType(String path) throws Exception {
        return raw.statObject(
                        StatObjectArgs.builder().bucket("fomo").object(path).build())
                .contentType();
    }

    private static Instant touchedAt(Sha256 digest) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select touched_at from blob where kind = 'covers' and digest = :digest")
                        .bind("digest", digest)
                        .mapTo(Instant.class)
                        .one());
    }
}
