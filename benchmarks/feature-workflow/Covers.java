import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.worker.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** As many covers as are wanted of a folder's files: a comment in a JPEG makes other bytes of the same pixels. */
final class Covers {
    private static final int COMMENT = 0xFFFE;

    private final Platform platform;
    private final List<byte[]> files = new ArrayList<>();

    Covers(Platform platform, Path folder) throws IOException {
        this.platform = platform;
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                files.add(Files.readAllBytes(path));
            }
        }
    }

    /** Those numbered in [from, to), in S3; the same numbers are the same covers. */
    List<Sha256> put(int from, int to) {
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(number -> platform.blobs().put(BlobKind.COVERS, cover(number)))
                .toList();
    }

    private byte[] cover(int number) {
        byte[] file = files.get(number % files.size());
        ByteArrayOutputStream cover = new ByteArrayOutputStream(file.length + 8);
        // Behind the marker that every JPEG begins with: a marker, a length that counts itself, the number.
        cover.write(file, 0, 2);
        for (int shift : new int[] {8, 0}) {
            cover.write(COMMENT >> shift);
        }
        for (int each : new int[] {0, 6, number >> 24, number >> 16, number >> 8, number}) {
            cover.write(each);
        }
        cover.write(file, 2, file.length - 2);
        return cover.toByteArray();
    }

    Sha256 dataset(String name, List<Sha256> images) {
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            Split split = Split.values()[i % 10 < 8 ? 0 : i % 10 - 7];
            items.add(new DatasetItem(images.get(i), name + i, split, new TreeSet<>(List.of(i % 2))));
        }
        DatasetManifest manifest = new DatasetManifest(List.of("Jazz", "Rock"), items);
        var jdbi = platform.database().jdbi();
        new SourceStore(jdbi).create(new Source(name, SourceKind.FILES, null, new Labelling.FromLabels()));
        Dataset dataset = new Dataset(
                manifest.digest(), name, new Labelling.FromLabels(), 7L, manifest.classes(), manifest.counts());
        new DatasetStore(jdbi)
                .save(dataset, new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
        return dataset.digest();
    }
}
