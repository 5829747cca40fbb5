package ai.fomo.learning.training;

/** What the arrays of a head's layers are called in its files. */
final class LayerNames {
    /** What the outputs of the convolutions are multiplied by. */
    static final String BLOCK_SCALE = "block.scale";

    private LayerNames() {}

    /** @param layer counted from 0, next to the features, on */
    static String weight(int layer) {
        return "layer." + layer + ".weight";
    }

    static String bias(int layer) {
        return "layer." + layer + ".bias";
    }

    /** @param convolution counted from 0; they come before the layers */
    static String convolutionWeight(int convolution) {
        return "convolution." + convolution + ".weight";
    }

    static String convolutionBias(int convolution) {
        return "convolution." + convolution + ".bias";
    }
}
