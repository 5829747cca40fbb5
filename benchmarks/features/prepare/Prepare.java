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
    private static final ImageLayout LAYOUT = new PlanesLayout();

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
                decoded.add(PixelDecoder.decode(images.get(images.size() - 1), 224, Kept::of));
            }
        }
        Random random = new Random(1);
        for (int i = 0; i < features[0].length; i++) {
            features[0][i] = random.nextFloat();
        }
    }

    @Benchmark
    public float[] decode() throws Exception {
        return PixelDecoder.decode(images.get(next++ % images.size()), 224, rows -> {
            float[][] rgb = new float[3][rows.width()];
            for (int y = 0; y < rows.height(); y++) {
                rows.read(y, rgb);
            }
            return rgb[0];
        });
    }

    @Benchmark
    public float[] resize() {
        return preprocessing.prepare(decoded.get(next++ % decoded.size()), LAYOUT);
    }

    /** Both as the pipeline does them, row by row. */
    @Benchmark
    public float[] prepare() throws Exception {
        return preprocessing.prepare(images.get(next++ % images.size()), LAYOUT);
    }

    @Benchmark
    public byte[] pack() {
        return FeatureShard.pack(features);
    }

    /** Rows that have been decoded. */
    private record Kept(int width, int height, float[][][] rows) implements PixelRows {
        static Kept of(PixelRows image) {
            float[][][] rows = new float[image.height()][3][image.width()];
            for (int y = 0; y < rows.length; y++) {
                image.read(y, rows[y]);
            }
            return new Kept(image.width(), rows.length, rows);
        }

        @Override
        public void read(int y, float[][] rgb) {
            for (int colour = 0; colour < 3; colour++) {
                System.arraycopy(rows[y][colour], 0, rgb[colour], 0, width);
            }
        }
    }
}
