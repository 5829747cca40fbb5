package ai.fomo.learning.feature;

/** How a network is given an image: numbers in rows of its side's length, each from left to right. */
sealed interface ImageLayout permits PlanesLayout, BytesLayout {
    /** How many numbers an image has. */
    int size(int side);

    /** @throws IllegalArgumentException if the image has another size */
    default void requireSize(float[] image, int side) {
        if (image.length != size(side)) {
            throw new IllegalArgumentException("a prepared image has " + size(side) + " numbers, not " + image.length);
        }
    }

    /**
     * Puts a row of pixels where it belongs.
     *
     * @param colours the row in each, in the network's order, scaled as it wants them
     * @param y of the row
     * @param image zeros where no row has been put
     */
    void put(float[][] colours, int y, float[] image);
}
