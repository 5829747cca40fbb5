package ai.fomo.learning.feature;

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

/** An encoder's network that DL4J computes, with the numbers of the same file that ONNX Runtime takes. */
final class Dl4jNetwork implements Network {
    private final int side;
    private final ComputationGraph network;

    /** One for all callers: ND4J keeps memory and threads for every thread that calls it, and uses all cores for each call. */
    private final ExecutorService thread;

    private Dl4jNetwork(int side, ComputationGraph network, ExecutorService thread) {
        this.side = side;
        this.network = network;
        this.thread = thread;
    }

    /**
     * @param encoder its name
     * @param side of its images, in pixels
     * @param device that trainings of this process run on
     * @throws UnsupportedDeviceException if it is a GPU: nobody has looked whether features of one are those of a CPU
     * @throws UnfitRuntimeException if the model has something in it that is not known
     */
    static Dl4jNetwork open(String encoder, int side, byte[] onnx, Device device) {
        requireCpu(encoder, Backend.trainsOnGpu(device));
        Backend.start(device);
        ComputationGraph network = Dl4jTranslation.of(encoder, onnx);
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, encoder);
            worker.setDaemon(true);
            return worker;
        });
        return new Dl4jNetwork(side, network, thread);
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
    public float[][] run(List<float[]> batch) {
        float[] images = new float[batch.size() * layout().size(side)];
        int at = 0;
        for (float[] image : batch) {
            layout().requireSize(image, side);
            System.arraycopy(image, 0, images, at, image.length);
            at += image.length;
        }
        return CompletableFuture.supplyAsync(() -> run(images, batch.size()), thread)
                .join();
    }

    private float[][] run(float[] images, int count) {
        long[] shape = {count, PlanesLayout.COLOURS, side, side};
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
