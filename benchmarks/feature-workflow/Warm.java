import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.wiring.WorkerQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code Warm HOME FOLDER [IMAGES COLD]}: how long the feature stage takes with nothing to do, and with a hundredth of the images
 * new. Where COLD is less than IMAGES, the time with all of them new is computed from so many, and the others' features are made up:
 * nobody reads them here.
 */
public final class Warm {
    private static final int TURNS = 3;
    private static final int SHARD = 2000;

    public static void main(String[] arguments) throws Exception {
        int images = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
        int few = arguments.length > 3 ? Integer.parseInt(arguments[3]) : images;
        try (Home home = Home.start(arguments[0], EnumSet.of(WorkerQueue.WORKFLOWS, WorkerQueue.IO))) {
            Covers covers = new Covers(home.platform(), Path.of(arguments[1]));
            Extractions extractions = new Extractions(home.platform().client());
            home.featuresWorker();
            List<Sha256> all = new ArrayList<>(covers.put(0, few));
            all.addAll(known(home.platform(), few, images));
            Sha256 dataset = covers.dataset("all", all);
            // The worker opens its encoder.
            extractions.run(covers.dataset("first", covers.put(images, images + 64)), Encoders.EFFICIENTNET_LITE0);
            double cold = extractions
                            .run(covers.dataset("cold", all.subList(0, few)), Encoders.EFFICIENTNET_LITE0)
                            .seconds()
                    * images
                    / few;
            System.out.printf(Locale.ROOT, "all of %d new: %.1f s, from %d%n", images, cold, few);
            extractions.run(dataset, Encoders.EFFICIENTNET_LITE0);
            int used = images + 64;
            for (int turn = 0; turn < TURNS; turn++) {
                List<Sha256> grown = new ArrayList<>(all.subList(images / 100, images));
                grown.addAll(covers.put(used, used += images / 100));
                Sha256 newer = covers.dataset("grown" + turn, grown);
                double warm = extractions.run(dataset, Encoders.EFFICIENTNET_LITE0).seconds();
                Extractions.Result hundredth = extractions.run(newer, Encoders.EFFICIENTNET_LITE0);
                System.out.printf(
                        Locale.ROOT,
                        "nothing new: %.2f s (wanted: %.2f); %d new: %.2f s (wanted: %.2f)%n",
                        warm,
                        3 + cold / 100,
                        hundredth.manifest().computed(),
                        hundredth.seconds(),
                        3 * cold / 100);
            }
        }
    }

    /** Images that have features already. */
    private static List<Sha256> known(Platform platform, int from, int to) {
        EncoderId encoder = Encoders.shipped().id(Encoders.EFFICIENTNET_LITE0);
        List<Sha256> images = IntStream.range(from, to)
                .mapToObj(number -> Sha256.of(("image " + number).getBytes(StandardCharsets.UTF_8)))
                .toList();
        for (int first = 0; first < images.size(); first += SHARD) {
            List<Sha256> some = images.subList(first, Math.min(first + SHARD, images.size()));
            float[][] rows = new float[some.size()][encoder.dimension()];
            rows[0][0] = first;
            new FeatureStore(platform.database().jdbi())
                    .recordShard(encoder, platform.blobs().put(BlobKind.FEATURES, FeatureShard.pack(rows)), some);
        }
        return images;
    }
}
