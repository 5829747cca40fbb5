package ai.fomo.storage.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShardCacheTest {
    private static final int SIZE = 1000;

    private final ShardSource source = new ShardSource();
    private final Sha256 first = source.add(1, SIZE);
    private final Sha256 second = source.add(2, SIZE);
    private final Sha256 third = source.add(3, SIZE);

    private Path path;
    private CacheDirectory directory;

    @BeforeEach
    void start(@TempDir Path parent) {
        path = parent.resolve("cache");
        directory = new CacheDirectory(path);
    }

    @Test
    void whatWasFetchedOnceIsThereForAllThatComeLater() {
        MappedBlob fetched = directory.cache(9 * SIZE, source).map(first);
        ShardCache later = directory.cache(9 * SIZE, source);
        MappedBlob there = later.map(first);
        MappedBlob again = later.map(first);

        assertThat(fetched.fetched()).isTrue();
        assertThat(there.fetched()).isFalse();
        assertThat(again.fetched()).isFalse();
        assertThat(source.fetched()).isOne();
        assertThat(CacheDirectory.bytes(fetched))
                .isEqualTo(CacheDirectory.bytes(there))
                .isEqualTo(source.content(first));
        assertThat(there.bytes()).isEqualTo(SIZE);
    }

    @Test
    void whatIsMappedIsNotInTheHeapAndCannotBeWritten() {
        MappedBlob fetched = directory.cache(9 * SIZE, source).map(first);
        MappedBlob there = directory.cache(9 * SIZE, source).map(first);

        assertThat(fetched.content().isDirect()).isTrue();
        assertThat(fetched.content().isReadOnly()).isTrue();
        assertThat(there.content().isDirect()).isTrue();
        assertThat(there.content().isReadOnly()).isTrue();
    }

    @Test
    void whatWasUsedLongestAgoByAnyProcessGoesFirst() {
        ShardCache cache = directory.cache(2 * SIZE, source);
        cache.map(first);
        cache.map(second);
        directory.cache(2 * SIZE, source).map(first);

        cache.map(third);

        directory.requireOnly(first, third);
    }

    @Test
    void whatIsRemovedWhileItIsMappedStaysReadable() {
        ShardCache cache = directory.cache(SIZE, source);
        MappedBlob held = cache.map(first);

        cache.map(second);

        directory.requireOnly(second);
        assertThat(CacheDirectory.bytes(held)).isEqualTo(source.content(first));
    }

    @Test
    void whatIsLargerThanTheBoundIsMappedAndNotKeptAndNothingGoesForIt() {
        Sha256 large = source.add(4, 2 * SIZE + 1);
        ShardCache cache = directory.cache(2 * SIZE, source);
        cache.map(first);
        cache.map(second);

        assertThat(CacheDirectory.bytes(cache.map(large))).isEqualTo(source.content(large));
        assertThat(cache.map(large).fetched()).isTrue();

        directory.requireOnly(first, second);
    }

    @Test
    void withABoundOfNothingEverythingIsMappedAndNothingKept() {
        ShardCache cache = directory.cache(0, source);

        assertThat(CacheDirectory.bytes(cache.map(first))).isEqualTo(source.content(first));

        assertThat(directory.names()).isEmpty();
    }

    @Test
    void aFileThatChangedUnderItsNameWhileNobodyWasThereIsFetchedAgain() throws IOException {
        directory.cache(9 * SIZE, source).map(first);
        FileTime time = Files.getLastModifiedTime(directory.file(first));
        try (RandomAccessFile file = new RandomAccessFile(directory.file(first).toFile(), "rw")) {
            file.seek(SIZE / 2);
            file.write(~source.content(first)[SIZE / 2]);
        }
        // As after a fault of the disk, which sets no time.
        Files.setLastModifiedTime(directory.file(first), time);

        requireFetchedAgain(directory.cache(9 * SIZE, source));
    }

    @Test
    void aFileThatWasCutIsFetchedAgain() throws IOException {
        directory.cache(9 * SIZE, source).map(first);
        try (RandomAccessFile file = new RandomAccessFile(directory.file(first).toFile(), "rw")) {
            file.setLength(SIZE / 2);
        }

        requireFetchedAgain(directory.cache(9 * SIZE, source));
    }

    @Test
    void aFileOfNothingButZerosAsACrashLeavesItIsFetchedAgain() throws IOException {
        Files.createDirectories(path);
        Files.write(directory.file(first), new byte[SIZE]);

        requireFetchedAgain(directory.cache(9 * SIZE, source));
    }

    @Test
    void aFileThatSomebodyWritesToIsNoticedByThoseWhoHaveVerifiedIt() throws IOException {
        ShardCache cache = directory.cache(9 * SIZE, source);
        cache.map(first);
        Files.write(directory.file(first), new byte[SIZE]);

        requireFetchedAgain(cache);
    }

    private void requireFetchedAgain(ShardCache cache) {
        MappedBlob mapped = cache.map(first);

        assertThat(mapped.fetched()).isTrue();
        assertThat(CacheDirectory.bytes(mapped)).isEqualTo(source.content(first));
        assertThat(directory.file(first)).hasBinaryContent(source.content(first));
        assertThat(directory.cache(9 * SIZE, source).map(first).fetched()).isFalse();
    }

    @Test
    void onAFullDiskWhatWasUsedLongestAgoMakesRoom() {
        ShardCache cache = directory.cache(9 * SIZE, source);
        cache.map(first);
        cache.map(second);
        source.fillDisk(1);

        assertThat(CacheDirectory.bytes(cache.map(third))).isEqualTo(source.content(third));

        directory.requireOnly(second, third);
    }

    @Test
    void aDiskThatStaysFullIsAnErrorWithItsPathAndLeavesNothingHalf() {
        ShardCache cache = directory.cache(9 * SIZE, source);
        cache.map(first);
        cache.map(second);
        source.fillDisk(Integer.MAX_VALUE);

        // Each try gives more of the cache.
        requireFull(cache);
        directory.requireOnly(second);
        requireFull(cache);
        requireFull(cache);
        assertThat(directory.names()).isEmpty();

        source.fillDisk(0);
        assertThat(CacheDirectory.bytes(cache.map(third))).isEqualTo(source.content(third));
        directory.requireOnly(third);
    }

    private void requireFull(ShardCache cache) {
        assertThatThrownBy(() -> cache.map(third))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining(directory.file(third).toString())
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("set FOMO_HOME to a directory on a larger disk");
    }

    @Test
    void theLastOfTheDiskIsLeftToOthers() {
        directory.cache(9 * SIZE, source).map(first);
        ShardCache cache = directory.cache(9 * SIZE, Long.MAX_VALUE / 2, source);

        assertThat(CacheDirectory.bytes(cache.map(second))).isEqualTo(source.content(second));

        assertThat(directory.names()).isEmpty();
    }

    @Test
    void aDirectoryThatIsRemovedByHandIsMadeAgain() throws IOException {
        ShardCache cache = directory.cache(9 * SIZE, source);
        MappedBlob held = cache.map(first);
        Files.delete(directory.file(first));
        Files.delete(path.resolve("lock"));
        Files.delete(path);

        assertThat(cache.map(first).fetched()).isTrue();

        directory.requireOnly(first);
        assertThat(CacheDirectory.bytes(held)).isEqualTo(source.content(first));
    }

    @Test
    void aDirectoryThatCannotBeMadeIsOneSentenceWithItsPath() throws IOException {
        Files.writeString(path, "a file in the way");
        ShardCache cache = directory.cache(9 * SIZE, source);

        assertThatThrownBy(() -> cache.map(first))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("set FOMO_HOME");
    }

    @Test
    void theFilesOfOthersCountForNothingAndStay() throws IOException {
        Files.createDirectories(path);
        Files.write(path.resolve("notes.txt"), new byte[5 * SIZE]);
        ShardCache cache = directory.cache(SIZE, source);

        cache.map(first);
        cache.map(second);

        assertThat(directory.names()).containsExactlyInAnyOrder("notes.txt", second.hex());
    }

    @Test
    void anEmptyFileIsContent() {
        Sha256 empty = source.add(5, 0);

        assertThat(directory.cache(9 * SIZE, source).map(empty).bytes()).isZero();
        assertThat(directory.cache(9 * SIZE, source).map(empty).fetched()).isFalse();
    }
}
