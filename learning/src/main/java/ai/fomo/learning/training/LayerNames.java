package ai.fomo.learning.training;

/** What the arrays of a head's layers are called in its files. */
final class LayerNames {
    private LayerNames() {}

    /** @param layer counted from 0, next to the features, on */
    static String weight(int layer) {
        return "layer." + layer + ".weight";
    }

    static String bias(int layer) {
        return "layer." + layer + ".bias";
    }
}
