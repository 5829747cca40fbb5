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
        EncoderId id = idOf(name);
        Shipped shipped = shipped(name);
        byte[] model = shipped.weights().read();
        Sha256 digest = Sha256.of(model);
        if (!digest.equals(id.weights())) {
            throw new IllegalStateException("the weights of " + name + " are damaged: their SHA-256 is " + digest
                    + ", not " + id.weights() + "; build the platform again");
        }
        return new OnnxEncoder(id, shipped.side(), model);
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
