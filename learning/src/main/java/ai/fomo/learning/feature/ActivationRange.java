package ai.fomo.learning.feature;

/**
 * Between which numbers a value of a network lies, and how it becomes a whole one: {@code number = scale (whole - zero)},
 * whole from 0 to 255. What lies outside is cut off.
 *
 * @param lowest at most 0, since borders are zeros and have to stay exactly that
 */
record ActivationRange(float lowest, float highest) {
    private static final int STEPS = 255;

    ActivationRange {
        if (!(lowest <= 0 && highest >= 0 && highest > lowest) || Float.isInfinite(highest - lowest)) {
            throw new IllegalArgumentException("a range must hold 0 and more, was " + lowest + " to " + highest);
        }
    }

    float scale() {
        return (highest - lowest) / STEPS;
    }

    byte zero() {
        return (byte) Math.round(-lowest / scale());
    }
}
