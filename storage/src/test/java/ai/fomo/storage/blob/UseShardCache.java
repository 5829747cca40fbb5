package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A process that reads shards through a cache in random order, and looks whether each is what its name says. What it is to
 * fetch lies in a directory.
 */
final class UseShardCache {
    private static final int PIECE = 16;

    private final Path cached;
    private final Path shards;
    private final int last;
    private int fetches;
    private long most;

    private UseShardCache(Path cached, Path shards, int last) {
        this.cached = cached;
        this.shards = shards;
        this.last = last;
    }

    /** Arguments: the cache's directory, the shards', the bound, a seed, uses, and in the middle of which fetch it stops for good. */
    public static void main(String[] arguments) throws Exception {
        UseShardCache process =
                new UseShardCache(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[5]));
        ShardCache cache = new CacheDirectory(process.cached).cache(Long.parseLong(arguments[2]), process::get);
        List<Sha256> digests = list(process.shards);
        Random random = new Random(Long.parseLong(arguments[3]));
        for (int use = Integer.parseInt(arguments[4]); use > 0; use--) {
            Sha256 digest = digests.get(random.nextInt(digests.size()));
            Sha256 found = Sha256.of(CacheDirectory.bytes(cache.map(digest)));
            if (!found.equals(digest)) {
                throw new IllegalStateException(digest + " has the content of " + found);
            }
        }
        System.out.println(process.fetches + " fetched, at most " + process.most + " bytes at once");
    }

    static List<Sha256> list(Path shards) throws IOException {
        try (Stream<Path> files = Files.list(shards)) {
            return files.map(file -> new Sha256(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** In pieces, so that others meet a file that is half there. */
    private void get(Sha256 digest, BlobStore.Target target) {
        fetches++;
        Path file = shards.resolve(digest.hex());
        try {
            Path path = target.of(Files.size(file));
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(path)) {
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    out.write(piece);
                    if (fetches == last) {
                        System.out.println("half");
                        while (System.in.read() >= 0) {
                            Thread.onSpinWait();
                        }
                    }
                }
            }
            // Nobody else writes now, so that the sum is one of a moment.
            most = Math.max(most, bytes(cached));
        } catch (IOException e) {
            throw LocalDiskException.of(file, e);
        }
    }

    static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
