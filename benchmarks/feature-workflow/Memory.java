import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.Vgg16;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.feature.WeightsStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.wiring.WorkerQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code Memory HOME FOLDER [IMAGES:ENCODER ...]}: the most anonymous memory that a worker of features has, sampled from outside while it
 * computes: each encoder in a worker of its own, then all of them in one.
 */
public final class Memory {
    private static final int SAMPLE_MILLISECONDS = 100;

    private final Home home;
    private final Covers covers;
    private final Extractions extractions;
    private int used;

    private Memory(Home home, Covers covers) {
        this.home = home;
        this.covers = covers;
        this.extractions = new Extractions(home.platform().client());
    }

    public static void main(String[] arguments) throws Exception {
        List<String> encoders = arguments.length > 2
                ? List.of(arguments).subList(2, arguments.length)
                : List.of("8192:efficientnet-lite0", "512:vgg16");
        try (Home home = Home.start(arguments[0], EnumSet.of(WorkerQueue.WORKFLOWS, WorkerQueue.IO))) {
            randomVgg16(home.platform());
            Memory memory = new Memory(home, new Covers(home.platform(), Path.of(arguments[1])));
            for (String encoder : encoders) {
                Process worker = home.featuresWorker();
                memory.measure(worker, encoder);
                home.stopWorkers();
            }
            if (encoders.size() > 1) {
                System.out.println("one after the other in one worker:");
                Process worker = home.featuresWorker();
                for (String encoder : encoders) {
                    memory.measure(worker, encoder);
                }
            }
        }
    }

    private void measure(Process worker, String imagesAndEncoder) throws Exception {
        int images = Integer.parseInt(imagesAndEncoder.split(":", 2)[0]);
        String encoder = imagesAndEncoder.split(":", 2)[1];
        Sha256 dataset = covers.dataset("measured" + used, covers.put(used, used += images));
        long before = anonymous(worker);
        long most = 0;
        CompletableFuture<Extractions.Result> extraction = extractions.start(dataset, encoder);
        while (true) {
            try {
                double seconds = extraction.get(SAMPLE_MILLISECONDS, TimeUnit.MILLISECONDS).seconds();
                System.out.printf(
                        Locale.ROOT,
                        "%s: at most %d MiB, %d before, %d after; %.1f images/s%n",
                        encoder,
                        most,
                        before,
                        anonymous(worker),
                        images / seconds);
                return;
            } catch (TimeoutException e) {
                most = Math.max(most, anonymous(worker));
            }
        }
    }

    /** In MiB. */
    private static long anonymous(Process worker) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(worker.pid()), "status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static void randomVgg16(Platform platform) {
        Sha256 digest = platform.blobs().put(BlobKind.WEIGHTS, RandomVgg16.file());
        new WeightsStore(platform.database().jdbi())
                .record(Vgg16.WEIGHTS, digest, Sha256.of("random".getBytes(StandardCharsets.UTF_8)), "random");
    }
}
