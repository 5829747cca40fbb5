package ai.fomo.learning.feature;

/**
 * A value between two layers, for each image.
 *
 * @param vertex of DL4J's graph that gives it
 */
record Planes(String vertex, int channels, int height, int width) {
    boolean sameSizeAs(Planes other) {
        return channels == other.channels && height == other.height && width == other.width;
    }
}
