package ai.fomo.learning.feature;

import java.util.List;

/** What computes features of prepared images, a batch at a time. Safe for use by several threads. */
interface Network extends AutoCloseable {
    /** How images are to be prepared for it. */
    default ImageLayout layout() {
        return new PlanesLayout();
    }

    /**
     * @param batch of images in that layout, all of the size that the network takes
     * @return a vector for each
     * @throws IllegalArgumentException if one is of another size
     */
    float[][] run(List<float[]> batch);

    @Override
    void close();
}
