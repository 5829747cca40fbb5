package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.weights.Convolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Weights of VGG16's shapes that a formula gives, and images: to the bit those of {@code vgg16_features.py}. */
public final class SeededVgg16 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SeededVgg16() {}

    static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new TreeMap<>();
        long stream = 0;
        for (Convolution convolution : Vgg16.convolutions()) {
            int fanIn = convolution.inputs() * Convolution.EXTENT * Convolution.EXTENT;
            float[] kernel = uniform(stream, convolution.outputs() * fanIn, Math.sqrt(6.0 / fanIn));
            tensors.put(convolution.weight(), new Tensor(convolution.kernel(), kernel));
            tensors.put(convolution.bias(), Tensor.vector(uniform(stream + 1, convolution.outputs(), 0.1)));
            stream += 2;
        }
        return tensors;
    }

    public static byte[] file() {
        return file(tensors());
    }

    static byte[] file(Map<String, Tensor> tensors) {
        return SafeTensors.of(Map.of("format", Vgg16.FORMAT), tensors).toBytes();
    }

    /** The weights of this file as the newest of {@code vgg16}. */
    public static ProvidedWeights provided(byte[] file) {
        Sha256 digest = Sha256.of(file);
        return new ProvidedWeights() {
            @Override
            public Optional<Sha256> newest(String name) {
                return name.equals(Vgg16.WEIGHTS) ? Optional.of(digest) : Optional.empty();
            }

            @Override
            public byte[] read(Sha256 wanted) {
                return file;
            }
        };
    }

    /** A prepared image of this side. */
    static float[] image(int number, int side) {
        return uniform(1000 + number, 3 * side * side, 120);
    }

    static List<float[]> images(int count, int side) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> image(number, side))
                .toList();
    }

    /** The upper 24 bits of SplitMix64 as numbers from -scale to scale. */
    private static float[] uniform(long stream, int count, double scale) {
        float[] numbers = new float[count];
        long state = stream << 40;
        for (int i = 0; i < count; i++) {
            state += GOLDEN;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
            numbers[i] = (float) (((mixed >>> 40) / (double) (1 << 23) - 1) * scale);
        }
        return numbers;
    }
}
