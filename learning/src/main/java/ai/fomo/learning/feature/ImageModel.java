package ai.fomo.learning.feature;

import ai.fomo.learning.training.UnsupportedDeviceException;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An ONNX file with prepared images as its input {@code image} and a vector for each as its first output. */
public final class ImageModel implements Network {
    static final int COLOURS = 3;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int side;

    /** Between calls: new ones would be zeroed first, and lie around until a collection. */
    private final Queue<FloatBuffer> buffers = new ConcurrentLinkedQueue<>();

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
        return open(name, side, (environment, options) -> environment.createSession(onnx, options));
    }

    /** By a file, beside which some of its arrays may lie; throws as the other does. */
    static ImageModel open(Path onnx, int side, String name) {
        return open(name, side, (environment, options) -> environment.createSession(onnx.toString(), options));
    }

    private interface Opening {
        OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    private static ImageModel open(String name, int side, Opening opening) {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            return open(environment, options, opening, side);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the weights of " + name, e);
        }
    }

    /** @throws UnsupportedDeviceException where there is no GPU, or this build or its libraries do not reach it */
    static ImageModel openOnGpu(byte[] onnx, int side, String encoder) {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            // Its ten-bit products are faster, and too coarse to be held to the CPU's.
            cuda.add("use_tf32", "0");
            options.addCUDA(cuda);
            return open(environment, options, (here, on) -> here.createSession(onnx, on), side);
        } catch (OrtException e) {
            throw new UnsupportedDeviceException("Encoder " + encoder
                    + " needs an NVIDIA GPU, its driver, CUDA 12 with cuDNN 9, and a platform that was built with -Ponnx-cuda: "
                    + e.getMessage() + ". Name " + EncoderRuntime.network(encoder)
                    + " instead, which runs on the CPU.");
        }
    }

    private static ImageModel open(
            OrtEnvironment environment, OrtSession.SessionOptions options, Opening opening, int side)
            throws OrtException {
        // One thread a call: callers run one call a core, which wastes nothing on waiting for each other.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return new ImageModel(environment, opening.session(environment, options), side);
    }

    /** All images as one batch. */
    @Override
    public float[][] run(List<float[]> batch) {
        FloatBuffer input = buffer(size(side) * batch.size());
        for (float[] image : batch) {
            requireSize(image, side);
            input.put(image);
        }
        float[][] rows = run(input.flip(), batch.size());
        buffers.add(input);
        return rows;
    }

    private float[][] run(FloatBuffer input, int count) {
        long[] shape = {count, COLOURS, side, side};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
                OrtSession.Result result = session.run(Map.of("image", tensor))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + count + " images", e);
        }
    }

    private FloatBuffer buffer(int size) {
        FloatBuffer kept = buffers.poll();
        return kept == null || kept.capacity() < size
                ? ByteBuffer.allocateDirect(Float.BYTES * size)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer()
                : kept.clear();
    }

    /** How many numbers a prepared image has. */
    static int size(int side) {
        return COLOURS * side * side;
    }

    static void requireSize(float[] image, int side) {
        if (image.length != size(side)) {
            throw new IllegalArgumentException("a prepared image has " + size(side) + " numbers, not " + image.length);
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
