package ai.fomo.storage.blob;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A directory of caches, each as good as a process of its own, that share a clock. */
final class CacheDirectory {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Path directory;
    private final AtomicLong ticks = new AtomicLong();

    CacheDirectory(Path directory) {
        this.directory = directory;
    }

    ShardCache cache(long bound, ShardCache.Source source) {
        return cache(bound, 0, source);
    }

    ShardCache cache(long bound, long spare, ShardCache.Source source) {
        return new ShardCache(new CacheFiles(directory, bound, spare), source, clock());
    }

    /** No two uses at the same time. */
    private InstantSource clock() {
        return () -> START.plusMillis(ticks.incrementAndGet());
    }

    Path file(Sha256 digest) {
        return directory.resolve(digest.hex());
    }

    /** Names of all files but the lock's, sorted. */
    List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireOnly(Sha256... digests) {
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(digests).map(Sha256::hex).toList());
    }

    static byte[] bytes(MappedBlob blob) {
        ByteBuffer content = blob.content().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
