package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import java.util.List;

/** Turns images into feature vectors. Frozen: equal ids give equal features. Safe for use by several threads. */
public interface Encoder extends AutoCloseable {
    EncoderId id();

    /** Decodes, resizes and normalises: what the network takes of an image, as this encoder lays it out. Takes a core; nothing native. */
    float[] prepare(byte[] image) throws UnusableImageException;

    /**
     * @param prepared of {@link #prepare}, any number
     * @return a vector of {@code id().dimension()} numbers for each
     */
    float[][] encode(List<float[]> prepared);

    @Override
    void close();
}
