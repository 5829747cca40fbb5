package ai.fomo.learning.feature;

/** The feature vector of one image, wherever it lies; decoded when it is read. Safe for use by several threads. */
@FunctionalInterface
public interface FeatureRow {
    /** @param at where in {@code target} the vector goes */
    void read(float[] target, int at);

    /** @param values not copied, so not to be changed */
    static FeatureRow of(float[] values) {
        return (target, at) -> System.arraycopy(values, 0, target, at, values.length);
    }
}
