package ai.fomo.domain.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Training configurations by name. */
public final class Presets {
    /** One hidden layer: the default. */
    public static final String SMALL = "small";

    /** Logistic regression on the features: the least there is, and hard to beat on few images. */
    public static final String LINEAR = "linear";

    private interface Preset {
        TrainingConfiguration seeded(long seed);
    }

    private static final Map<String, Preset> PRESETS = new TreeMap<>(Map.of(
            SMALL, seed -> new TrainingConfiguration(SMALL, List.of(256), 0.5, 3e-4, 1.0, 128, 30, 5, seed),
            LINEAR, seed -> new TrainingConfiguration(LINEAR, List.of(), 0, 1e-3, 1.0, 128, 30, 5, seed)));

    private Presets() {}

    /** @throws IllegalArgumentException naming the presets that there are, where {@code name} is none of them */
    public static TrainingConfiguration named(String name, long seed) {
        Preset preset = PRESETS.get(name);
        if (preset == null) {
            throw new IllegalArgumentException(
                    "there is no preset '" + name + "'; choose one of " + String.join(", ", PRESETS.keySet()));
        }
        return preset.seeded(seed);
    }

    /** In alphabetical order. */
    public static List<String> names() {
        return List.copyOf(PRESETS.keySet());
    }
}
