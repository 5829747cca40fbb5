package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.pretrained.PretrainedWeights;
import java.util.Map;
import java.util.TreeMap;

/** The encoders that there are, by name. */
public final class Encoders {
    public static final String EFFICIENTNET_LITE0 = "efficientnet-lite0";

    /** Here, because asking the library itself loads its natives; a test holds the two together. */
    static final String ONNX_RUNTIME_VERSION = "1.29.0";

    private record Shipped(PretrainedWeights weights, int side, int dimension) {}

    private static final Map<String, Shipped> SHIPPED =
            new TreeMap<>(Map.of(EFFICIENTNET_LITE0, new Shipped(PretrainedWeights.EFFICIENTNET_LITE0, 224, 1280)));

    private Encoders() {}

    /**
     * Without opening it, which is cheap.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static EncoderId idOf(String name) {
        Shipped shipped = shipped(name);
        return new EncoderId(
                name,
                new Sha256(shipped.weights().sha256()),
                "onnxruntime-" + ONNX_RUNTIME_VERSION,
                Preprocessing.VERSION,
                shipped.dimension());
    }

    /**
     * Takes about half a second.
     *
     * @throws IllegalArgumentException if there is none of the name
     * @throws IllegalStateException if its weights are not those that it is named after
     */
    public static Encoder open(String name) {
        return new OnnxEncoder(idOf(name), shipped(name).side(), onnx(name));
    }

    /**
     * The encoder as it is on disk, for whoever builds on it: an ONNX model, {@code image} to {@code features}.
     *
     * @throws IllegalArgumentException if there is none of the name
     * @throws IllegalStateException if its weights are not those that it is named after
     */
    public static byte[] onnx(String name) {
        byte[] model = shipped(name).weights().read();
        Sha256 digest = Sha256.of(model);
        Sha256 expected = idOf(name).weights();
        if (!digest.equals(expected)) {
            throw new IllegalStateException("the weights of " + name + " are damaged: their SHA-256 is " + digest
                    + ", not " + expected + "; build the platform again");
        }
        return model;
    }

    /**
     * How an image becomes the encoder's input, in words that somebody can program by.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static String preprocessing(String name) {
        return Preprocessing.inWords(shipped(name).side());
    }

    /**
     * Of the square that its images are squeezed into, in pixels.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static int side(String name) {
        return shipped(name).side();
    }

    private static Shipped shipped(String name) {
        Shipped shipped = SHIPPED.get(name);
        if (shipped == null) {
            throw new IllegalArgumentException(
                    "there is no encoder '" + name + "'; there is " + String.join(", ", SHIPPED.keySet()));
        }
        return shipped;
    }
}
