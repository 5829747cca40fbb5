package ai.fomo.learning.feature;

import ai.fomo.learning.image.PixelDecoder;
import ai.fomo.learning.image.PixelRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an image costs besides its encoder, on one core: decoding, resizing, and packing its feature vector. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Prepare {
    private final Preprocessing preprocessing = new Preprocessing(224, PixelScaling.CENTRED);
    private final List<byte[]> images = new ArrayList<>();
    private final List<PixelRows> decoded = new ArrayList<>();
    private final float[][] features = new float[1][1280];
    private int next;

    @Setup
    public void read() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("images")))) {
            for (Path file : files.sorted().limit(100).toList()) {
                images.add(Files.readAllBytes(file));
                decoded.add(PixelDecoder.decode(images.get(images.size() - 1), 224));
            }
        }
        Random random = new Random(1);
        for (int i = 0; i < features[0].length; i++) {
            features[0][i] = random.nextFloat();
        }
    }

    @Benchmark
    public PixelRows decode() throws Exception {
        return PixelDecoder.decode(images.get(next++ % images.size()), 224);
    }

    @Benchmark
    public float[] resize() {
        return preprocessing.prepare(decoded.get(next++ % decoded.size()));
    }

    @Benchmark
    public byte[] pack() {
        return FeatureShard.pack(features);
    }
}
