package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * An encoder that computes only so many images at once, whoever asks: a call takes a core, and the memory of the network's widest layers
 * for each of its images. More calls than cores are no faster. Preparing images goes on meanwhile.
 */
public final class BoundedEncoder implements Encoder {
    private final Encoder encoder;
    private final Semaphore calls;
    private final int batch;

    /**
     * @param encoder closed with this
     * @param batch images that a call is given at most
     */
    public BoundedEncoder(Encoder encoder, int calls, int batch) {
        this.encoder = encoder;
        this.calls = new Semaphore(calls);
        this.batch = batch;
    }

    @Override
    public EncoderId id() {
        return encoder.id();
    }

    @Override
    public float[] prepare(byte[] image) throws UnusableImageException {
        return encoder.prepare(image);
    }

    @Override
    public float[][] encode(List<float[]> prepared) {
        float[][] features = new float[prepared.size()][];
        for (int from = 0; from < features.length; from += batch) {
            float[][] rows = computed(prepared.subList(from, Math.min(from + batch, features.length)));
            System.arraycopy(rows, 0, features, from, rows.length);
        }
        return features;
    }

    private float[][] computed(List<float[]> few) {
        // Not interruptibly: a batch is short, and who gives up waits for those under way.
        calls.acquireUninterruptibly();
        try {
            return encoder.encode(few);
        } finally {
            calls.release();
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
