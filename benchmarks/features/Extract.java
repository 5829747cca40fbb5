import ai.fomo.activities.feature.StoredWeights;
import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.Extraction;
import ai.fomo.learning.feature.FeatureExtractor;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.feature.WeightsStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code Extract HOME FOLDER ENCODER}: puts the folder's images into the S3 of a platform in HOME, and answers each line of its
 * input with seconds.
 *
 * <p>{@code pipeline N}: N images from S3 to a shard in S3. {@code prepare N}: decodes and resizes, on one core. {@code encode N}: encodes
 * what is ready, on all cores.
 */
public final class Extract {
    private static final int BATCH = 8;

    private final Encoder encoder;
    private final BlobStore blobs;
    private final List<Sha256> images;
    private final List<byte[]> contents;
    private final List<float[]> prepared = new ArrayList<>();
    private int turns;

    private Extract(Encoder encoder, BlobStore blobs, List<Sha256> images, List<byte[]> contents) throws Exception {
        this.encoder = encoder;
        this.blobs = blobs;
        this.images = images;
        this.contents = contents;
        for (int i = 0; i < 4 * BATCH; i++) {
            prepared.add(encoder.prepare(contents.get(i)));
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream output = System.out;
        // The log goes there, too.
        System.setOut(System.err);
        String path = new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin");
        Configuration configuration = Configuration.from(Map.of(
                "PATH", path,
                "FOMO_HOME", arguments[0],
                "FOMO_POSTGRES_PORT", "0",
                "FOMO_S3_PORT", "0",
                "FOMO_TEMPORAL_PORT", "0",
                "FOMO_TEMPORAL_UI_PORT", "0"));
        try (Platform platform =
                Platform.joinOrStart(configuration, PlatformOptions.withoutWorker(), sentence -> {})) {
            BlobStore blobs = platform.blobs();
            List<Sha256> images = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
                for (Path file : files.sorted().toList()) {
                    contents.add(Files.readAllBytes(file));
                    images.add(blobs.put(BlobKind.COVERS, contents.get(contents.size() - 1)));
                }
            }
            Encoders encoders = new Encoders(
                    new StoredWeights(new WeightsStore(platform.database().jdbi()), blobs));
            try (Encoder encoder = encoders.open(arguments[2])) {
                Extract extract = new Extract(encoder, blobs, images, contents);
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                for (String line = input.readLine(); line != null; line = input.readLine()) {
                    String[] words = line.split(" ");
                    long begin = System.nanoTime();
                    extract.carryOut(words[0], Integer.parseInt(words[1]));
                    output.println((System.nanoTime() - begin) / 1e9);
                    output.flush();
                }
            }
        }
    }

    private void carryOut(String what, int count) throws Exception {
        switch (what) {
            case "pipeline" -> pipeline(count);
            case "prepare" -> {
                for (int i = 0; i < count; i++) {
                    encoder.prepare(contents.get(i % contents.size()));
                }
            }
            case "encode" -> IntStream.range(0, count / BATCH).parallel().forEach(batch -> {
                int from = batch * BATCH % prepared.size();
                encoder.encode(prepared.subList(from, from + BATCH));
            });
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void pipeline(int count) throws Exception {
        // Turned each time: a shard that is there already would not be put again.
        List<Sha256> turned = new ArrayList<>(images);
        Collections.rotate(turned, ++turns);
        List<Sha256> wanted = turned.subList(0, Math.min(count, turned.size()));
        Extraction extraction =
                new FeatureExtractor().extract(encoder, wanted, image -> blobs.get(BlobKind.COVERS, image), done -> {});
        blobs.put(BlobKind.FEATURES, FeatureShard.pack(extraction.rows()));
    }
}
