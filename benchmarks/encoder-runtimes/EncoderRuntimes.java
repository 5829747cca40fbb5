import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.ProvidedWeights;
import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.Device;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code EncoderRuntimes SECONDS ROUNDS NAME ...}: each encoder in turn, so many seconds a round, on images that are ready: as many
 * callers as cores, each with batches of 8. Prints images per second, core-milliseconds an image (which other work on the
 * machine disturbs least), anonymous memory of the process, and how far the runtimes of a network are apart.
 */
public final class EncoderRuntimes {
    private static final int BATCH = 8;
    private static final int CALLERS = Runtime.getRuntime().availableProcessors();
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private record Speed(double imagesPerSecond, double coreMilliseconds, double memory) {}

    public static void main(String[] arguments) throws Exception {
        double seconds = Double.parseDouble(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<String> names = List.of(arguments).subList(2, arguments.length);
        Encoders encoders = new Encoders(randomVgg16());
        System.out.println(Backend.start(Device.CPU));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        Map<String, List<Speed>> speeds = new TreeMap<>();
        Map<String, float[][]> features = new TreeMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (String name : names) {
                List<float[]> images = images(Encoders.side(name));
                try (Encoder encoder = encoders.open(name)) {
                    features.put(name, encoder.encode(images));
                    // The first round warms up.
                    Speed speed = speed(encoder, images, callers, round == 0 ? seconds / 2 : seconds);
                    if (round > 0) {
                        speeds.computeIfAbsent(name, key -> new ArrayList<>()).add(speed);
                    }
                }
            }
        }
        callers.shutdown();
        for (String name : names) {
            List<Speed> all = speeds.get(name);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s best %.1f images/s of %s; least %.1f core-ms an image of %s; %.0f MiB; %.1e of the largest away%n",
                    name,
                    all.stream().mapToDouble(Speed::imagesPerSecond).max().orElseThrow(),
                    all.stream().map(s -> String.format(Locale.ROOT, "%.1f", s.imagesPerSecond())).toList(),
                    all.stream().mapToDouble(Speed::coreMilliseconds).min().orElseThrow(),
                    all.stream().map(s -> String.format(Locale.ROOT, "%.1f", s.coreMilliseconds())).toList(),
                    all.stream().mapToDouble(Speed::memory).max().orElseThrow(),
                    difference(features.get(name), features.getOrDefault(Encoders.network(name), features.get(name))));
        }
    }

    private static Speed speed(Encoder encoder, List<float[]> images, ExecutorService callers, double seconds)
            throws Exception {
        long core = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            work.add(() -> {
                int done = 0;
                while (System.nanoTime() < end) {
                    done += encoder.encode(images).length;
                }
                return done;
            });
        }
        int done = 0;
        for (Future<Integer> caller : callers.invokeAll(work)) {
            done += caller.get();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Speed(done / wall, (SYSTEM.getProcessCpuTime() - core) / 1e6 / done, anonymousMemory());
    }

    private static double anonymousMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<float[]> images(int side) {
        Random random = new Random(1);
        List<float[]> images = new ArrayList<>();
        for (int image = 0; image < BATCH; image++) {
            float[] numbers = new float[3 * side * side];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextFloat() * 2 - 1;
            }
            images.add(numbers);
        }
        return images;
    }

    private static double difference(float[][] some, float[][] others) {
        double difference = 0;
        double largest = 0;
        for (int row = 0; row < some.length; row++) {
            for (int i = 0; i < some[row].length; i++) {
                difference = Math.max(difference, Math.abs(some[row][i] - others[row][i]));
                largest = Math.max(largest, Math.abs(others[row][i]));
            }
        }
        return difference / largest;
    }

    private static ProvidedWeights randomVgg16() {
        byte[] file = RandomVgg16.file();
        Sha256 digest = Sha256.of(file);
        return new ProvidedWeights() {
            @Override
            public Optional<Sha256> newest(String name) {
                return Optional.of(digest);
            }

            @Override
            public byte[] read(Sha256 wanted) {
                return file;
            }
        };
    }
}
