package ai.fomo.storage.blob;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Two caches on one directory, beside a list of what should be there. */
final class ShardCachePropertiesTest {
    private static final int SHARDS = 12;

    @Property(tries = 100)
    void theBoundHoldsAndWhatIsThereWasUsedLast(
            @ForAll @IntRange(max = 2500) int bound,
            @ForAll @Size(max = 40) List<@IntRange(max = 2 * SHARDS - 1) Integer> uses)
            throws IOException {
        Path path = Files.createTempDirectory("fomo-shards");
        try {
            requireLeastRecentlyUsed(path, bound, uses);
        } finally {
            delete(path);
        }
    }

    private static void requireLeastRecentlyUsed(Path path, int bound, List<Integer> uses) throws IOException {
        CacheDirectory directory = new CacheDirectory(path);
        ShardSource source = new ShardSource();
        List<Sha256> shards = new ArrayList<>();
        for (int i = 0; i < SHARDS; i++) {
            shards.add(source.add(i, 90 * i));
        }
        List<ShardCache> caches = List.of(directory.cache(bound, source), directory.cache(bound, source));
        LeastRecentlyUsed expected = new LeastRecentlyUsed(bound);

        for (int use : uses) {
            Sha256 digest = shards.get(use % SHARDS);
            MappedBlob mapped = caches.get(use / SHARDS).map(digest);

            assertThat(mapped.fetched()).isNotEqualTo(expected.use(digest, mapped.bytes()));
            assertThat(CacheDirectory.bytes(mapped)).isEqualTo(source.content(digest));
            directory.requireOnly(expected.held().toArray(Sha256[]::new));
            assertThat(UseShardCache.bytes(path)).isLessThanOrEqualTo(bound);
        }
    }

    /** What a cache is said to be, in memory. */
    private static final class LeastRecentlyUsed {
        private final long bound;
        private final Map<Sha256, Long> sizes = new LinkedHashMap<>();

        LeastRecentlyUsed(long bound) {
            this.bound = bound;
        }

        /** @return whether it was there */
        boolean use(Sha256 digest, long bytes) {
            boolean there = sizes.remove(digest) != null;
            if (bytes <= bound) {
                while (sizes.values().stream().mapToLong(Long::longValue).sum() > bound - bytes) {
                    sizes.remove(sizes.keySet().iterator().next());
                }
                sizes.put(digest, bytes);
            }
            return there;
        }

        List<Sha256> held() {
            return List.copyOf(sizes.keySet());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
