package ai.fomo.learning.feature;

import ai.fomo.learning.training.UnsupportedDeviceException;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** An ONNX file with prepared images, or what is made of them, as its input {@code image} and a vector for each as its first output. */
public final class ImageModel implements Network {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Supplier<ModelInput> inputs;
    private final ImageLayout layout;

    /** Between calls: memory of new ones would be zeroed first, and lie around until a collection. */
    private final Queue<ModelInput> kept = new ConcurrentLinkedQueue<>();

    private ImageModel(OrtEnvironment environment, OrtSession session, Supplier<ModelInput> inputs) {
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        ModelInput first = inputs.get();
        layout = first.layout();
        kept.add(first);
    }

    /**
     * @param side of the images, in pixels
     * @param name for messages
     * @throws IllegalStateException where ONNX Runtime does not take it
     */
    public static ImageModel open(byte[] onnx, int side, String name) {
        return open(
                name, () -> new PlanesInput(side), (environment, options) -> environment.createSession(onnx, options));
    }

    /** By a file, beside which some of its arrays may lie; throws as the other does. */
    static ImageModel open(Path onnx, int side, String name) {
        return open(
                name,
                () -> new PlanesInput(side),
                (environment, options) -> environment.createSession(onnx.toString(), options));
    }

    /** @param onnx as {@link QuantizedGraph} writes it on such patches */
    static ImageModel openOnPatches(byte[] onnx, Patches patches, String name) {
        return open(
                name,
                () -> new PatchesInput(patches),
                (environment, options) -> environment.createSession(onnx, options));
    }

    private interface Opening {
        OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    private static ImageModel open(String name, Supplier<ModelInput> inputs, Opening opening) {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            return open(environment, options, opening, inputs);
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
            return open(environment, options, (here, on) -> here.createSession(onnx, on), () -> new PlanesInput(side));
        } catch (OrtException e) {
            throw new UnsupportedDeviceException("Encoder " + encoder
                    + " needs an NVIDIA GPU, its driver, CUDA 12 with cuDNN 9, and a platform that was built with -Ponnx-cuda: "
                    + e.getMessage() + ". Name " + EncoderRuntime.network(encoder)
                    + " instead, which runs on the CPU.");
        }
    }

    private static ImageModel open(
            OrtEnvironment environment, OrtSession.SessionOptions options, Opening opening, Supplier<ModelInput> inputs)
            throws OrtException {
        // One thread a call: callers run one call a core, which wastes nothing on waiting for each other.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return new ImageModel(environment, opening.session(environment, options), inputs);
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    /** All images as one batch. */
    @Override
    public float[][] run(List<float[]> batch) {
        ModelInput polled = kept.poll();
        ModelInput input = polled == null ? inputs.get() : polled;
        try (OnnxTensor tensor = input.of(environment, batch);
                OrtSession.Result result = session.run(Map.of("image", tensor))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + batch.size() + " images", e);
        } finally {
            kept.add(input);
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
