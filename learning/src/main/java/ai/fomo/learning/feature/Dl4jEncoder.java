package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.Device;
import ai.fomo.learning.training.UnsupportedDeviceException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An encoder that DL4J computes, with the numbers of the same file that ONNX Runtime takes. */
final class Dl4jEncoder implements Encoder {
    /** Larger ones are not faster, and take more memory. */
    private static final int BATCH = 8;

    private static final int COLOURS = 3;

    private final EncoderId id;
    private final Preprocessing preprocessing;
    private final ComputationGraph network;

    /** One for all callers: ND4J keeps memory and threads for every thread that calls it, and uses all cores for each call. */
    private final ExecutorService thread;

    private Dl4jEncoder(EncoderId id, Preprocessing preprocessing, ComputationGraph network, ExecutorService thread) {
        this.id = id;
        this.preprocessing = preprocessing;
        this.network = network;
        this.thread = thread;
    }

    /**
     * @param device that trainings of this process run on
     * @throws UnsupportedDeviceException if it is a GPU: nobody has looked whether features of one are those of a CPU
     * @throws UnfitRuntimeException if the model has something in it that is not known
     */
    static Dl4jEncoder open(EncoderId id, Preprocessing preprocessing, byte[] onnx, Device device) {
        requireCpu(id.name(), Backend.trainsOnGpu(device));
        Backend.start(device);
        ComputationGraph network = Dl4jTranslation.of(id.name(), onnx);
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, id.name());
            worker.setDaemon(true);
            return worker;
        });
        return new Dl4jEncoder(id, preprocessing, network, thread);
    }

    static void requireCpu(String encoder, boolean trainsOnGpu) {
        if (trainsOnGpu) {
            throw new UnsupportedDeviceException("Encoder " + encoder
                    + " runs on a CPU alone, and this process trains on a GPU: give its features to a worker with"
                    + " FOMO_DEVICE=cpu and --queues features,classify, or name " + EncoderRuntime.network(encoder)
                    + " instead, which ONNX Runtime computes.");
        }
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
            float[] images = together(batch);
            float[][] rows = CompletableFuture.supplyAsync(() -> run(images, batch.size()), thread)
                    .join();
            System.arraycopy(rows, 0, features, from, rows.length);
        }
        return features;
    }

    private float[] together(List<float[]> batch) {
        int size = COLOURS * preprocessing.side() * preprocessing.side();
        float[] images = new float[batch.size() * size];
        for (int i = 0; i < batch.size(); i++) {
            float[] image = batch.get(i);
            if (image.length != size) {
                throw new IllegalArgumentException("a prepared image has " + size + " numbers, not " + image.length);
            }
            System.arraycopy(image, 0, images, i * size, size);
        }
        return images;
    }

    private float[][] run(float[] images, int count) {
        long[] shape = {count, COLOURS, preprocessing.side(), preprocessing.side()};
        try (INDArray batch = Nd4j.create(images, shape, 'c')) {
            INDArray features = network.outputSingle(batch);
            float[][] rows = features.toFloatMatrix();
            // Left to the collector, whole batches would lie around.
            if (features.closeable()) {
                features.close();
            }
            return rows;
        }
    }

    /** Waits for batches under way. */
    @Override
    public void close() {
        CompletableFuture.runAsync(this::release, thread).join();
        thread.shutdown();
    }

    private void release() {
        network.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
