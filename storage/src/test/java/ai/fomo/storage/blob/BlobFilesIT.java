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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Content that need not fit in memory, and content that goes again. */
final class BlobFilesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestBucket BUCKET = new TestBucket();

    private static BlobStore blobs;
    private static MinioClient raw;

    private Path directory;

    @BeforeAll
    static void open() {
        blobs = BUCKET.store(DATABASE.database());
        raw = BUCKET.client();
    }

    @AfterAll
    static void close() throws Exception {
        blobs.close();
        raw.close();
    }

    @BeforeEach
    void start(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aFileComesBackAsItWas() throws IOException {
        byte[] content = new byte[12_000_000];
        new Random(1).nextBytes(content);
        Sha256 digest = Sha256.of(content);

        blobs.put(BlobKind.CHECKPOINTS, file(content), digest);

        Path target = directory.resolve("target");
        Files.writeString(target, "what was there before, and is replaced");
        blobs.get(BlobKind.CHECKPOINTS, digest, target);
        assertThat(target).hasBinaryContent(content);
        assertThat(blobs.get(BlobKind.CHECKPOINTS, digest)).isEqualTo(content);
        assertThatCode(() -> blobs.verify(BlobKind.CHECKPOINTS, digest)).doesNotThrowAnyException();
    }

    @Test
    void whatIsLargerThanServersTakeInOneRequestIsPutAndRepairedToo() throws Exception {
        byte[] content = new byte[140_000_000];
        new Random(2).nextBytes(content);
        Sha256 digest = blobs.put(BlobKind.MODELS, content);
        blobs.verify(BlobKind.MODELS, digest);
        raw.putObject(PutObjectArgs.builder()
                .bucket("fomo")
                .object("models/" + digest)
                .data(new byte[9], 9)
                .build());

        blobs.put(BlobKind.MODELS, file(content), digest);

        Path target = directory.resolve("large");
        blobs.get(BlobKind.MODELS, digest, target);
        assertThat(target).hasSize(content.length);
        assertThatCode(() -> blobs.put(BlobKind.MODELS, content)).doesNotThrowAnyException();
    }

    @Test
    void anEmptyFileIsContent() throws IOException {
        Sha256 digest = Sha256.of(new byte[0]);

        blobs.put(BlobKind.CHECKPOINTS, file(new byte[0]), digest);

        assertThat(blobs.get(BlobKind.CHECKPOINTS, digest)).isEmpty();
    }

    @Test
    void aDamagedObjectIsToldFromAMissingOneAndPuttingItsFileAgainRepairsBoth() throws Exception {
        Path file = file("intact".getBytes(UTF_8));
        Sha256 digest = Sha256.of("intact".getBytes(UTF_8));
        Path target = directory.resolve("target");
        blobs.put(BlobKind.CHECKPOINTS, file, digest);

        overwrite(digest, "damaged".getBytes(UTF_8));
        assertThatThrownBy(() -> blobs.verify(BlobKind.CHECKPOINTS, digest))
                .isInstanceOf(BlobDamagedException.class)
                .hasMessageContaining("checkpoints/" + digest)
                .hasMessageContaining(Sha256.of("damaged".getBytes(UTF_8)).hex());
        assertThatThrownBy(() -> blobs.get(BlobKind.CHECKPOINTS, digest, target))
                .isInstanceOf(BlobDamagedException.class);
        blobs.put(BlobKind.CHECKPOINTS, file, digest);
        blobs.verify(BlobKind.CHECKPOINTS, digest);

        remove(digest);
        assertThatThrownBy(() -> blobs.verify(BlobKind.CHECKPOINTS, digest))
                .isInstanceOf(BlobMissingException.class)
                .hasMessageContaining("checkpoints/" + digest);
        assertThatThrownBy(() -> blobs.get(BlobKind.CHECKPOINTS, digest, target))
                .isInstanceOf(BlobMissingException.class);
        blobs.put(BlobKind.CHECKPOINTS, file, digest);
        blobs.get(BlobKind.CHECKPOINTS, digest, target);
        assertThat(target).hasContent("intact");
    }

    @Test
    void anObjectThatWasCutShortIsDamaged() throws Exception {
        byte[] content = "all of it".getBytes(UTF_8);
        Sha256 digest = Sha256.of(content);
        blobs.put(BlobKind.CHECKPOINTS, file(content), digest);

        overwrite(digest, "all of".getBytes(UTF_8));

        assertThatThrownBy(() -> blobs.verify(BlobKind.CHECKPOINTS, digest)).isInstanceOf(BlobDamagedException.class);
    }

    @Test
    void aFileThatCannotBeWrittenIsTheDisksFaultAndNamed() throws IOException {
        Sha256 digest = Sha256.of("content".getBytes(UTF_8));
        blobs.put(BlobKind.CHECKPOINTS, file("content".getBytes(UTF_8)), digest);
        Path nowhere = directory.resolve("no such directory").resolve("target");

        assertThatThrownBy(() -> blobs.get(BlobKind.CHECKPOINTS, digest, nowhere))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("FOMO_HOME");
        // A disk without room, as Linux provides it for the purpose.
        assertThatThrownBy(() -> blobs.get(BlobKind.CHECKPOINTS, digest, Path.of("/dev/full")))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining("/dev/full");
        assertThatThrownBy(() -> blobs.put(BlobKind.CHECKPOINTS, nowhere, digest))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void onlyWhatNobodyNeedsIsDiscarded() {
        byte[] content = "needed for a while".getBytes(UTF_8);
        Sha256 digest = blobs.put(BlobKind.CHECKPOINTS, content);

        blobs.discard(BlobKind.CHECKPOINTS, digest, handle -> false);
        assertThat(blobs.get(BlobKind.CHECKPOINTS, digest)).isEqualTo(content);

        blobs.discard(BlobKind.CHECKPOINTS, digest, handle -> true);
        assertThat(blobs.exists(BlobKind.CHECKPOINTS, digest)).isFalse();
        assertThat(rows(digest)).isZero();

        // As after a removal of which only the object's part was done.
        blobs.discard(BlobKind.CHECKPOINTS, digest, handle -> true);
        assertThat(blobs.put(BlobKind.CHECKPOINTS, content)).isEqualTo(digest);
        assertThat(blobs.exists(BlobKind.CHECKPOINTS, digest)).isTrue();
    }

    /** Somebody claimed it and died before the put, so that there is no row to wait at. */
    @Test
    void whatIsPutWhileItsAbsenceIsDiscardedStays() {
        byte[] content = "put just now".getBytes(UTF_8);
        Sha256 digest = Sha256.of(content);

        blobs.discard(BlobKind.CHECKPOINTS, digest, handle -> {
            CompletableFuture.runAsync(() -> blobs.put(BlobKind.CHECKPOINTS, content))
                    .join();
            return true;
        });

        assertThat(blobs.get(BlobKind.CHECKPOINTS, digest)).isEqualTo(content);
        assertThat(rows(digest)).isOne();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("source"), content);
    }

    private static void overwrite(Sha256 digest, byte[] content) throws Exception {
        raw.putObject(PutObjectArgs.builder()
                .bucket("fomo")
                .object("checkpoints/" + digest)
                .data(content, content.length)
                .build());
    }

    private static void remove(Sha256 digest) throws Exception {
        raw.removeObject(RemoveObjectArgs.builder()
                .bucket("fomo")
                .object("checkpoints/" + digest)
                .build());
    }

    private static int rows(Sha256 digest) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from blob where digest = :digest")
                        .bind("digest", digest)
                        .mapTo(int.class)
                        .one());
    }
}
