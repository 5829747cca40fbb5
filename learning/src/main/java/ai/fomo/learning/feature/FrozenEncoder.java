package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import java.util.List;

/** Preprocessing, and a network that takes what it gives. */
final class FrozenEncoder implements Encoder {
    /** Larger batches are not faster on a CPU, and take more memory. */
    private static final int BATCH = 8;

    private final EncoderId id;
    private final Preprocessing preprocessing;
    private final Network network;

    FrozenEncoder(EncoderId id, Preprocessing preprocessing, Network network) {
        this.id = id;
        this.preprocessing = preprocessing;
        this.network = network;
    }

    @Override
    public EncoderId id() {
        return id;
    }

    @Override
    public float[] prepare(byte[] image) throws UnusableImageException {
        return preprocessing.prepare(image);
    }

    @Override
    public float[][] encode(List<float[]> prepared) {
        float[][] features = new float[prepared.size()][];
        for (int from = 0; from < features.length; from += BATCH) {
            List<float[]> batch = prepared.subList(from, Math.min(from + BATCH, features.length));
            float[][] rows = network.run(batch);
            System.arraycopy(rows, 0, features, from, rows.length);
        }
        return features;
    }

    @Override
    public void close() {
        network.close();
    }
}
