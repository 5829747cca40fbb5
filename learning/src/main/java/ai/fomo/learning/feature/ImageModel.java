package ai.fomo.learning.feature;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** An ONNX file with prepared images as its input {@code image} and a vector for each as its first output. */
public final class ImageModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int side;

    private ImageModel(OrtEnvironment environment, OrtSession session, int side) {
        this.environment = environment;
        this.session = session;
        this.side = side;
    }

    /**
     * @param side of the images, in pixels
     * @param name for messages
     * @throws IllegalStateException where ONNX Runtime does not take it
     */
    public static ImageModel open(byte[] onnx, int side, String name) {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread a call: callers run one call a core, which wastes nothing on waiting for each other.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new ImageModel(environment, environment.createSession(onnx, options), side);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the weights of " + name, e);
        }
    }

    /** All images as one batch. */
    public float[][] run(List<float[]> batch) {
        int size = 3 * side * side;
        FloatBuffer input = ByteBuffer.allocateDirect(Float.BYTES * size * batch.size())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (float[] image : batch) {
            if (image.length != size) {
                throw new IllegalArgumentException("a prepared image has " + size + " numbers, not " + image.length);
            }
            input.put(image);
        }
        input.flip();
        long[] shape = {batch.size(), 3, side, side};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
                OrtSession.Result result = session.run(Map.of("image", tensor))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + batch.size() + " images", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime did not close its session", e);
        }
    }
}
