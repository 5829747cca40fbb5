import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.worker.wiring.WorkerQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** {@code Processes HOME FOLDER [IMAGES PROCESSES ...]}: the encoder that ships, in so many workers of this machine. */
public final class Processes {
    private static final int WARMING = 64;

    /** As a worker takes them. */
    private static final int AT_ONCE = 2;

    public static void main(String[] arguments) throws Exception {
        int images = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_240;
        List<String> numbers =
                arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : List.of("1", "2", "4");
        try (Home home = Home.start(arguments[0], EnumSet.of(WorkerQueue.WORKFLOWS, WorkerQueue.IO))) {
            Covers covers = new Covers(home.platform(), Path.of(arguments[1]));
            Extractions extractions = new Extractions(home.platform().client());
            int used = 0;
            double single = 0;
            for (String number : numbers) {
                int processes = Integer.parseInt(number);
                List<Sha256> warming = new ArrayList<>();
                for (int i = 0; i < processes * AT_ONCE; i++) {
                    warming.add(covers.dataset("warming" + used, covers.put(used, used += WARMING)));
                }
                Sha256 dataset = covers.dataset("measured" + used, covers.put(used, used += images));
                for (int i = 0; i < processes; i++) {
                    home.featuresWorker();
                }
                CompletableFuture.allOf(warming.stream()
                                .map(each -> extractions.start(each, Encoders.EFFICIENTNET_LITE0))
                                .toArray(CompletableFuture[]::new))
                        .join();
                double seconds =
                        extractions.run(dataset, Encoders.EFFICIENTNET_LITE0).seconds();
                single = single == 0 ? seconds : single;
                System.out.printf(
                        Locale.ROOT,
                        "%d processes: %d images in %.1f s, %.1f images/s, %.2f times the first%n",
                        processes,
                        images,
                        seconds,
                        images / seconds,
                        single / seconds);
                home.stopWorkers();
            }
        }
    }
}
