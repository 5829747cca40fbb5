package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** An encoder that is an ONNX file: input {@code image}, output {@code features}. */
final class OnnxEncoder implements Encoder {
    /** Larger batches are not faster, and take more memory. */
    private static final int BATCH = 8;

    private final EncoderId id;
    private final int side;
    private final Preprocessing preprocessing;
    private final OrtEnvironment environment;
    private final OrtSession session;

    OnnxEncoder(EncoderId id, int side, byte[] model) {
        this.id = id;
        this.side = side;
        this.preprocessing = new Preprocessing(side);
        this.environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread a call: callers run one call a core, which wastes nothing on waiting for each other.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the weights of " + id.name(), e);
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
            float[][] rows = run(batch);
            System.arraycopy(rows, 0, features, from, rows.length);
        }
        return features;
    }

    private float[][] run(List<float[]> batch) {
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
