package ai.fomo.domain.training;

import ai.fomo.domain.feature.View;
import java.util.List;
import java.util.stream.Collectors;

/** The presets that there are. */
public final class Presets {
    public static final String SMALL = "small";
    public static final String LINEAR = "linear";
    public static final String PROTOTYPE = "prototype";
    public static final String FINE_TUNE = "fine-tune";

    private static final List<View> AS_IT_IS = List.of(View.ORIGINAL);

    /** In the order of what they cost. */
    private static final List<Preset> ALL = List.of(
            new Preset(
                    LINEAR,
                    "efficientnet-lite0",
                    "logistic regression on the features: the least there is, and hard to beat on few images",
                    new TrainingConfiguration(
                            LINEAR,
                            Network.HEAD,
                            List.of(),
                            0,
                            1e-3,
                            Schedule.CONSTANT,
                            2.0,
                            Loss.BINARY_CROSS_ENTROPY,
                            AS_IT_IS,
                            128,
                            30,
                            5,
                            0,
                            0)),
            new Preset(
                    SMALL,
                    "efficientnet-lite0",
                    "one hidden layer, trained in seconds: the default",
                    new TrainingConfiguration(
                            SMALL,
                            Network.HEAD,
                            List.of(256),
                            0.5,
                            3e-4,
                            Schedule.CONSTANT,
                            2.0,
                            Loss.BINARY_CROSS_ENTROPY,
                            AS_IT_IS,
                            128,
                            30,
                            5,
                            0,
                            0)),
            new Preset(
                    PROTOTYPE,
                    "vgg16",
                    "the prototype's layers on VGG16's flattened blocks: 25,088 to 4,096 to 4,096 to the classes",
                    new TrainingConfiguration(
                            PROTOTYPE,
                            Network.HEAD,
                            List.of(4096, 4096),
                            0.5,
                            1e-4,
                            Schedule.CONSTANT,
                            0.01,
                            Loss.BINARY_CROSS_ENTROPY,
                            AS_IT_IS,
                            128,
                            30,
                            5,
                            100,
                            0)),
            new Preset(
                    FINE_TUNE,
                    "vgg16-block4",
                    "VGG16's last convolutional block and a head, trained together; for GPUs and for patient CPUs",
                    new TrainingConfiguration(
                            FINE_TUNE,
                            Network.LAST_BLOCK,
                            List.of(256),
                            0.5,
                            1e-4,
                            Schedule.COSINE,
                            0.01,
                            Loss.BINARY_CROSS_ENTROPY,
                            AS_IT_IS,
                            32,
                            30,
                            5,
                            50,
                            0)));

    private Presets() {}

    /** @throws IllegalArgumentException naming the presets that there are, where {@code name} is none of them */
    public static Preset require(String name) {
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no preset '" + name + "'; choose one of " + String.join(", ", names())));
    }

    /** @throws IllegalArgumentException naming the presets that there are, where {@code name} is none of them */
    public static TrainingConfiguration named(String name, long seed) {
        return require(name).configuration().seeded(seed);
    }

    /** The cheapest first. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The cheapest first. */
    public static List<String> names() {
        return ALL.stream().map(Preset::name).collect(Collectors.toList());
    }
}
