package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Shards in memory, in place of those in S3; it counts how often it is asked, and may write to a disk that is full. */
final class ShardSource implements ShardCache.Source {
    private final Map<Sha256, byte[]> shards = new ConcurrentHashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /** Bytes that only this number has. */
    Sha256 add(int number, int bytes) {
        byte[] content = new byte[bytes];
        new Random(number).nextBytes(content);
        Sha256 digest = Sha256.of(content);
        shards.put(digest, content);
        return digest;
    }

    byte[] content(Sha256 digest) {
        byte[] content = shards.get(digest);
        if (content == null) {
            throw new IllegalArgumentException("no shard " + digest);
        }
        return content;
    }

    int fetched() {
        return fetched.get();
    }

    /** So many times the disk is full, as Linux provides one for the purpose. */
    void fillDisk(int times) {
        failures.set(times);
    }

    @Override
    public void get(Sha256 digest, BlobStore.Target target) {
        byte[] content = content(digest);
        Path path = target.of(content.length);
        boolean full = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        try {
            if (full) {
                // Half of it got through.
                Files.write(path, new byte[content.length / 2]);
                Files.write(Path.of("/dev/full"), content);
            }
            Files.write(path, content);
        } catch (IOException e) {
            throw LocalDiskException.of(path, e);
        }
        fetched.incrementAndGet();
    }
}
