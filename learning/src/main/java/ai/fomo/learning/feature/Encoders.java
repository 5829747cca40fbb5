package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.learning.training.Device;
import ai.fomo.pretrained.PretrainedWeights;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The encoders that there are, by name. Weights either ship with the platform or are provided by somebody.
 *
 * <p>ONNX Runtime computes them. With the name of a runtime behind it, as in {@code vgg16@dl4j}, a name means the same network with the
 * same weights, computed otherwise: an encoder of its own, with features of its own.
 */
public final class Encoders {
    public static final String EFFICIENTNET_LITE0 = "efficientnet-lite0";

    /** VGG16's five blocks: 512 x 7 x 7 numbers, channel by channel. */
    public static final String VGG16 = "vgg16";

    /** What the fifth block of VGG16 begins with: 512 x 14 x 14 numbers, channel by channel. */
    public static final String VGG16_BLOCK4 = "vgg16-block4";

    /** Here, because asking the library itself loads its natives; a test holds the two together. */
    static final String ONNX_RUNTIME_VERSION = "1.29.0";

    private static final Map<String, Architecture> ARCHITECTURES = new TreeMap<>(Map.of(
            EFFICIENTNET_LITE0,
                    Architecture.shipped(
                            PretrainedWeights.EFFICIENTNET_LITE0,
                            PretrainedWeights.EFFICIENTNET_LITE0_RANGES,
                            224,
                            1280),
            VGG16, Architecture.vgg16(5),
            VGG16_BLOCK4, Architecture.vgg16(4)));

    private final ProvidedWeights provided;
    private final Device device;

    /** For a process that trains nothing. */
    public Encoders(ProvidedWeights provided) {
        this(provided, Device.CPU);
    }

    /** @param device that trainings of this process run on: Deeplearning4j is on one of them */
    public Encoders(ProvidedWeights provided, Device device) {
        this.provided = provided;
        this.device = device;
    }

    /** For those whose weights ship with the platform. */
    public static Encoders shipped() {
        return new Encoders(ProvidedWeights.none());
    }

    /** All of them, whether or not their weights are here; each can have a runtime's name behind it. */
    public static SortedSet<String> names() {
        return new TreeSet<>(ARCHITECTURES.keySet());
    }

    /** The name of the network without that of its runtime: {@code vgg16} of {@code vgg16@dl4j}. */
    public static String network(String name) {
        return EncoderRuntime.network(name);
    }

    /**
     * What the weights are called that somebody has to provide; empty where they ship with the platform.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of the name
     */
    public static Optional<String> providedWeights(String name) {
        return architecture(name).weights().provided();
    }

    /**
     * With the weights that count now; without opening it, which is cheap.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of the name
     * @throws MissingWeightsException if nobody has provided its weights
     */
    public EncoderId id(String name) {
        return computed(name, architecture(name).weights().newest(name, provided));
    }

    /**
     * With certain weights, where they are provided.
     *
     * @param weights null for those that count now, of which {@link #id(String)} says what it throws
     */
    public EncoderId id(String name, @Nullable Sha256 weights) {
        return weights == null
                ? id(name)
                : computed(name, architecture(name).weights().instead(weights));
    }

    /**
     * As this process computes what was asked for: with the same weights where they are provided, and the same view.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of the name
     */
    public static EncoderId ours(EncoderId wanted) {
        Sha256 weights = architecture(wanted.name()).weights().instead(wanted.weights());
        return computed(wanted.name(), weights).with(wanted.view());
    }

    /** The one of that name, with the weights that count now; throws as {@link #id} and {@link #open(EncoderId)} do. */
    public Encoder open(String name) {
        return open(id(name));
    }

    /**
     * Takes about half a second, VGG16 two.
     *
     * @param id of the original view, as {@link #id} or {@link #ours} gives it
     * @throws IllegalStateException if its weights are not those that it is named after
     * @throws ai.fomo.learning.training.UnsupportedDeviceException if its runtime does not run where trainings do here
     */
    public Encoder open(EncoderId id) {
        if (id.view() != View.ORIGINAL) {
            throw new IllegalArgumentException(
                    "an encoder is opened once for all views, and " + id + " is one of them");
        }
        Preprocessing preprocessing = architecture(id.name()).preprocessing();
        return new FrozenEncoder(
                id,
                preprocessing,
                network(id, preprocessing.side()),
                EncodingCost.batch(id.name()),
                Runtime.getRuntime().availableProcessors());
    }

    private Network network(EncoderId id, int side) {
        return switch (EncoderRuntime.of(id.name())) {
            case ONNX_RUNTIME ->
                architecture(id.name()).winograd()
                        ? WinogradModel.open(onnx(id), side, id.name())
                        : ImageModel.open(onnx(id), side, id.name());
            case INT8 -> inWholeNumbers(id, side);
            case CUDA -> ImageModel.openOnGpu(onnx(id), side, id.name());
            case DL4J -> Dl4jNetwork.open(id.name(), side, onnx(id), device);
        };
    }

    /** On patches where it can be, which is faster and gives the same numbers. */
    private Network inWholeNumbers(EncoderId id, int side) {
        byte[] floats = architecture(id.name()).weights().onnx(id, provided);
        ActivationRanges ranges = measured(id.name());
        return Patches.of(floats, ranges)
                .map(patches ->
                        ImageModel.openOnPatches(QuantizedGraph.onPatches(floats, ranges, patches), patches, id.name()))
                .orElseGet(() -> ImageModel.open(QuantizedGraph.of(floats, ranges), side, id.name()));
    }

    /**
     * The encoder for whoever builds on it: an ONNX model, {@code image} to {@code features}.
     *
     * @throws IllegalStateException if its weights are not those that it is named after
     */
    public byte[] onnx(EncoderId id) {
        Architecture architecture = architecture(id.name());
        byte[] onnx = architecture.weights().onnx(id, provided);
        return EncoderRuntime.of(id.name()) == EncoderRuntime.INT8
                ? QuantizedGraph.of(onnx, measured(id.name()))
                : onnx;
    }

    /**
     * How an image becomes the encoder's input, in words that somebody can program by.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static String preprocessing(String name) {
        return architecture(name).preprocessing().inWords();
    }

    /**
     * What the encoder takes of an image: plane after plane, as any network in floats has it.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static float[] planes(String name, byte[] image) throws UnusableImageException {
        return architecture(name).preprocessing().prepare(image, new PlanesLayout());
    }

    /**
     * Of the square that its images are squeezed into, in pixels.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static int side(String name) {
        return architecture(name).side();
    }

    private static EncoderId computed(String name, Sha256 weights) {
        return new EncoderId(
                name,
                weights,
                runtime(name),
                Preprocessing.VERSION,
                architecture(name).dimension());
    }

    /** Ranges decide on the numbers as weights do, and so does the way in which convolutions are computed. */
    private static String runtime(String name) {
        EncoderRuntime runtime = EncoderRuntime.of(name);
        return switch (runtime) {
            case ONNX_RUNTIME -> architecture(name).winograd() ? runtime.id() + "-winograd" : runtime.id();
            case INT8 -> runtime.id() + "-" + ranges(name).sha256().substring(0, 8);
            case CUDA, DL4J -> runtime.id();
        };
    }

    private static ActivationRanges measured(String name) {
        return ActivationRanges.parse(ranges(name).read());
    }

    private static PretrainedWeights ranges(String name) {
        return architecture(name)
                .ranges()
                .orElseThrow(() -> new IllegalArgumentException("encoder " + network(name)
                        + " has no runtime in whole numbers, since nobody has measured the ranges of its values; name "
                        + network(name) + " instead"));
    }

    private static Architecture architecture(String name) {
        Architecture architecture = ARCHITECTURES.get(network(name));
        if (architecture == null) {
            throw new IllegalArgumentException("there is no encoder '" + name + "'; there is "
                    + String.join(", ", ARCHITECTURES.keySet()) + ", each also with "
                    + EncoderRuntime.suffixes() + " behind it");
        }
        return architecture;
    }
}
