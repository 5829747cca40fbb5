package ai.fomo.learning.image;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.DuplicatePair;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.NearDuplicates;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Of {@code benchmarks/near-duplicates}: reads paths of images, one a line, and writes a line of tab-separated values for each
 * image ({@code plain} or {@code hashed}, digest, path) and each pair that the search found ({@code pair}, two digests, whether mirrored).
 */
final class FindCopies {
    private FindCopies() {}

    public static void main(String[] arguments) throws IOException {
        Map<Sha256, Thumbnail> thumbnails = new ConcurrentHashMap<>();
        Map<String, Sha256> digests = new ConcurrentHashMap<>();
        List<String> paths = Files.readAllLines(Path.of(arguments[0]));
        long start = System.nanoTime();
        paths.parallelStream().forEach(path -> {
            byte[] bytes = read(path);
            try {
                Sha256 digest = Sha256.of(bytes);
                thumbnails.put(digest, ThumbnailMaker.of(bytes));
                digests.put(path, digest);
            } catch (UnusableImageException e) {
                throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
            }
        });
        long read = System.nanoTime();
        List<HashedImage> images = new ArrayList<>();
        thumbnails.forEach((image, thumbnail) -> {
            if (!thumbnail.isPlain()) {
                images.add(new HashedImage(image, thumbnail.hash()));
            }
        });
        long hashed = System.nanoTime();
        List<DuplicatePair> pairs = NearDuplicates.find(
                images, wanted -> wanted.stream().collect(Collectors.toMap(image -> image, thumbnails::get)));
        long found = System.nanoTime();
        System.err.printf(
                "%,d files: thumbnails %.1f s; %,d images: hashes %.2f s, search %.2f s%n",
                paths.size(), (read - start) / 1e9, images.size(), (hashed - read) / 1e9, (found - hashed) / 1e9);
        try (PrintStream out = new PrintStream(arguments[1], StandardCharsets.UTF_8)) {
            new TreeMap<>(digests).forEach((path, image) -> {
                boolean plain = thumbnails
                        .getOrDefault(image, new Thumbnail(new byte[Thumbnail.BYTES]))
                        .isPlain();
                out.println((plain ? "plain" : "hashed") + "\t" + image + "\t" + path);
            });
            for (DuplicatePair pair : pairs) {
                out.println("pair\t" + pair.first() + "\t" + pair.second() + "\t" + pair.mirrored());
            }
        }
    }

    private static byte[] read(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
