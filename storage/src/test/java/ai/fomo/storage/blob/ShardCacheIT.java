package ai.fomo.storage.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The cache in front of a real S3 server. What is removed there can come from nowhere but the local disk. */
final class ShardCacheIT {
    private static final int SIZE = 300_000;

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
    void start(@TempDir Path parent) {
        directory = parent.resolve("cache").resolve("features");
    }

    @Test
    void theSecondReadFetchesNothing() throws Exception {
        Sha256 digest = shard(1);
        assertThat(ShardCache.open(directory, 9 * SIZE, blobs).map(digest).fetched())
                .isTrue();
        remove(digest);

        MappedBlob there = ShardCache.open(directory, 9 * SIZE, blobs).map(digest);

        assertThat(there.fetched()).isFalse();
        assertThat(Sha256.of(CacheDirectory.bytes(there))).isEqualTo(digest);
    }

    @Test
    void theLengthIsKnownBeforeTheContentComesSoThatTheBoundHolds() {
        ShardCache cache = ShardCache.open(directory, 2 * SIZE, blobs);

        for (int i = 10; i < 15; i++) {
            cache.map(shard(i));
        }

        new CacheDirectory(directory).requireOnly(shard(13), shard(14));
    }

    @Test
    void aBoundThatWasLoweredHoldsFromTheStart() {
        ShardCache cache = ShardCache.open(directory, 9 * SIZE, blobs);
        cache.map(shard(1));
        cache.map(shard(2));

        ShardCache.open(directory, SIZE, blobs);

        new CacheDirectory(directory).requireOnly(shard(2));
    }

    @Test
    void whatIsDamagedHereAndMissingThereIsMissing() throws Exception {
        Sha256 digest = shard(3);
        ShardCache.open(directory, 9 * SIZE, blobs).map(digest);
        Files.write(new CacheDirectory(directory).file(digest), new byte[SIZE]);
        ShardCache cache = ShardCache.open(directory, 9 * SIZE, blobs);
        remove(digest);

        assertThatThrownBy(() -> cache.map(digest))
                .isInstanceOf(BlobMissingException.class)
                .hasMessageContaining("features/" + digest);
        assertThat(new CacheDirectory(directory).names()).isEmpty();

        shard(3);
        assertThat(Sha256.of(CacheDirectory.bytes(cache.map(digest)))).isEqualTo(digest);
    }

    @Test
    void whatIsDamagedInS3IsNotKept() throws Exception {
        Sha256 digest = shard(4);
        byte[] damaged = "damaged".getBytes(UTF_8);
        raw.putObject(PutObjectArgs.builder()
                .bucket("fomo")
                .object("features/" + digest)
                .data(damaged, damaged.length)
                .build());
        ShardCache cache = ShardCache.open(directory, 9 * SIZE, blobs);

        assertThatThrownBy(() -> cache.map(digest)).isInstanceOf(BlobDamagedException.class);

        assertThat(new CacheDirectory(directory).names()).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsOneSentenceWithItsPath(@TempDir Path parent) throws IOException {
        Path file = Files.writeString(parent.resolve("in-the-way"), "a file");

        assertThatThrownBy(() -> ShardCache.open(file.resolve("features"), SIZE, blobs))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining(file.resolve("features").toString())
                .hasMessageContaining("set FOMO_HOME to a directory on a larger disk");
    }

    /** The same content each time. */
    private static Sha256 shard(int seed) {
        byte[] content = new byte[SIZE];
        new Random(seed).nextBytes(content);
        return blobs.put(BlobKind.FEATURES, content);
    }

    private static void remove(Sha256 digest) throws Exception {
        raw.removeObject(RemoveObjectArgs.builder()
                .bucket("fomo")
                .object("features/" + digest)
                .build());
    }
}
