import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Contender;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.evaluation.Difference;
import ai.fomo.domain.evaluation.Evaluator;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.ScoredChampion;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.domain.evaluation.Slice;
import ai.fomo.domain.evaluation.SliceFigures;
import ai.fomo.domain.evaluation.Slices;
import ai.fomo.domain.registry.ModelVersion;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * {@code JudgeMany ITEMS CLASSES DRAWS ITEMS_PER_GROUP [FILE]}: judges a model of made-up items beside a champion, then in slices, and
 * writes the items to FILE for another implementation.
 *
 * <p>Class k is on a share of 0.4 / (k + 1) of the items. Items of a group share half of what makes scores wrong.
 */
public final class JudgeMany {
    public static void main(String[] arguments) throws IOException {
        int items = Integer.parseInt(arguments[0]);
        int classes = Integer.parseInt(arguments[1]);
        Bootstrap bootstrap = new Bootstrap(Integer.parseInt(arguments[2]), 1);
        int perGroup = Integer.parseInt(arguments[3]);
        AtomicLong peak = peakAfterCollections();
        Contender model = scored(items, classes, perGroup, 0.30);
        Contender champion = scored(items, classes, perGroup, 0.25);
        ClassFrequencies training = frequencies(model.items());
        if (arguments.length > 4) {
            write(Path.of(arguments[4]), model, champion);
        }

        double beginCpu = cpuSeconds();
        long begin = System.nanoTime();
        Judgement judgement =
                Evaluator.judge(model, training, bootstrap, new ScoredChampion(new ModelVersion(1, digest(0)), champion));
        double judged = (System.nanoTime() - begin) / 1e9;
        double judgedCpu = cpuSeconds() - beginCpu;
        begin = System.nanoTime();
        beginCpu = cpuSeconds();
        List<SliceFigures> slices = Slices.of(model, training, bootstrap);
        double sliced = (System.nanoTime() - begin) / 1e9;
        double slicedCpu = cpuSeconds() - beginCpu;

        System.out.printf(
                "%d items in %d groups, %d classes, %d draws, %d cores%n",
                items, judgement.groups(), classes, bootstrap.draws(), Runtime.getRuntime().availableProcessors());
        System.out.printf("  model, constants and champion  %6.1f s (%.1f of CPU)%n", judged, judgedCpu);
        System.out.printf("  %2d slices                      %6.1f s (%.1f of CPU)%n", slices.size(), sliced, slicedCpu);
        System.out.printf(
                "  heap: at most %d MiB after a collection, of %d MiB%n",
                peak.get() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        for (Measure measure : Measure.values()) {
            Figure figure = judgement.figures().of(measure);
            Difference difference = judgement.champion().comparison().measures().get(measure);
            System.out.printf(
                    "  %-18s %.4f [%.4f, %.4f]  lift %+.4f [%+.4f, %+.4f]  over champion %+.4f [%+.4f, %+.4f]%n",
                    measure.label(),
                    figure.value(),
                    figure.interval().low(),
                    figure.interval().high(),
                    figure.lift().value(),
                    figure.lift().interval().low(),
                    figure.lift().interval().high(),
                    difference.gain().value(),
                    difference.gain().interval().low(),
                    difference.gain().interval().high());
        }
    }

    private static Contender scored(int number, int classes, int perGroup, double signal) {
        SplittableRandom random = new SplittableRandom(1);
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int group = i / perGroup;
            double luck = new SplittableRandom(group).nextDouble();
            TreeSet<Integer> truth = new TreeSet<>();
            for (int genre = 0; genre < classes; genre++) {
                if (random.nextDouble() < 0.4 / (genre + 1)) {
                    truth.add(genre);
                }
            }
            if (truth.isEmpty()) {
                truth.add(random.nextInt(classes));
            }
            double[] probabilities = new double[classes];
            for (int genre = 0; genre < classes; genre++) {
                double noise = (luck + random.nextDouble()) / 2;
                probabilities[genre] = signal * (truth.contains(genre) ? 1 : 0) + (1 - signal) * noise * noise;
            }
            List<Slice> slices = List.of(
                    new Slice(Slice.Kind.SOURCE, "source " + group % 3),
                    new Slice(Slice.Kind.LABEL_KIND, i % 2 == 0 ? "artist" : "query"),
                    new Slice(Slice.Kind.MEDIUM, i % 20 == 0 ? "posters" : "covers"));
            items.add(new ScoredItem(digest(i), "artist " + group, truth, probabilities, slices));
        }
        List<String> names = IntStream.range(0, classes).mapToObj(genre -> "genre " + genre).toList();
        return new Contender(
                new ScoredItems(names, items), new DecisionRule(Collections.nCopies(classes, 0.5)));
    }

    private static Sha256 digest(int item) {
        return Sha256.of(("item " + item).getBytes(StandardCharsets.UTF_8));
    }

    private static ClassFrequencies frequencies(ScoredItems items) {
        int[] counts = new int[items.classes().size()];
        items.items().forEach(item -> item.truth().forEach(genre -> counts[genre]++));
        return new ClassFrequencies(
                items.classes(), IntStream.of(counts).boxed().toList(), items.items().size());
    }

    /** For each item: its group as an int, truths as bytes, scores of the model and of the champion as doubles. */
    private static void write(Path file, Contender model, Contender champion) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < model.items().items().size(); i++) {
                ScoredItem item = model.items().items().get(i);
                out.writeInt(Integer.parseInt(item.group().substring("artist ".length())));
                for (int genre = 0; genre < item.probabilities().length; genre++) {
                    out.writeByte(item.truth().contains(genre) ? 1 : 0);
                }
                for (double score : item.probabilities()) {
                    out.writeDouble(score);
                }
                for (double score : champion.items().items().get(i).probabilities()) {
                    out.writeDouble(score);
                }
            }
        }
    }

    /** Of all threads: what the time would be on one idle core. */
    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
                / 1e9;
    }

    private static AtomicLong peakAfterCollections() {
        AtomicLong peak = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                if (notification.getUserData() instanceof CompositeData data) {
                                    peak.accumulateAndGet(
                                            GarbageCollectionNotificationInfo.from(data)
                                                    .getGcInfo()
                                                    .getMemoryUsageAfterGc()
                                                    .values()
                                                    .stream()
                                                    .mapToLong(MemoryUsage::getUsed)
                                                    .sum(),
                                            Math::max);
                                }
                            },
                            null,
                            null);
        }
        return peak;
    }
}
