package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Preprocessing, and a network that takes what it gives: only so many images at once, whoever asks, since each batch takes a core and
 * the memory of the network's widest layers for each of its images. Preparing others goes on meanwhile.
 */
final class FrozenEncoder implements Encoder {
    private final EncoderId id;
    private final Preprocessing preprocessing;
    private final Network network;
    private final int batch;
    private final Semaphore calls;

    /**
     * @param batch images that the network is given at most
     * @param calls batches at once
     */
    FrozenEncoder(EncoderId id, Preprocessing preprocessing, Network network, int batch, int calls) {
        this.id = id;
        this.preprocessing = preprocessing;
        this.network = network;
        this.batch = batch;
        this.calls = new Semaphore(calls);
    }

    @Override
    public EncoderId id() {
        return id;
    }

    @Override
    public float[] prepare(byte[] image) throws UnusableImageException {
        return preprocessing.prepare(image, network.layout());
    }

    @Override
    public float[][] encode(List<float[]> prepared) {
        float[][] features = new float[prepared.size()][];
        for (int from = 0; from < features.length; from += batch) {
            float[][] rows = run(prepared.subList(from, Math.min(from + batch, features.length)));
            System.arraycopy(rows, 0, features, from, rows.length);
        }
        return features;
    }

    private float[][] run(List<float[]> few) {
        // Not interruptibly: a batch is short, and who gives up waits for those under way.
        calls.acquireUninterruptibly();
        try {
            return network.run(few);
        } finally {
            calls.release();
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
