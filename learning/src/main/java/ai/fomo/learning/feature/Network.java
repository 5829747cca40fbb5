package ai.fomo.learning.feature;

import java.util.List;

/** What computes features of prepared images, a batch at a time. Safe for use by several threads. */
interface Network extends AutoCloseable {
    /**
     * @param batch of planes, all of the size that the network takes
     * @return a vector for each
     * @throws IllegalArgumentException if one is of another size
     */
    float[][] run(List<float[]> batch);

    @Override
    void close();
}
