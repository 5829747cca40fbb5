package ai.fomo.learning.feature;

import java.util.Map;

/**
 * What an image costs, decoding included, so that work can be cut into pieces that take about the same time. No feature
 * depends on it: as measured on one machine and rounded, others are some times faster or slower.
 */
public final class EncodingCost {
    /** Milliseconds of a core, by the encoder's name. */
    private static final Map<String, Integer> CORE_MILLISECONDS = Map.of(
            "efficientnet-lite0", 10,
            "efficientnet-lite0@int8", 6,
            "efficientnet-lite0@dl4j", 40,
            "vgg16", 175,
            "vgg16@dl4j", 400,
            "vgg16-block4", 160,
            "vgg16-block4@dl4j", 370);

    private static final int SLOW_MILLISECONDS = 100;

    private EncodingCost() {}

    /** How many images a network is best given at once: more are not faster, and VGG16 needs 26 MB of memory for each. */
    static int batch(String encoder) {
        return coreMilliseconds(encoder) > SLOW_MILLISECONDS ? 2 : 8;
    }

    /**
     * Milliseconds of a core; a runtime that nobody has measured counts as the network's usual one.
     *
     * @throws IllegalArgumentException if nothing is known of the network
     */
    public static int coreMilliseconds(String encoder) {
        Integer cost = CORE_MILLISECONDS.getOrDefault(encoder, CORE_MILLISECONDS.get(Encoders.network(encoder)));
        if (cost == null) {
            throw new IllegalArgumentException(
                    "nobody has measured what an image of encoder '" + encoder + "' costs: write it down here");
        }
        return cost;
    }
}
