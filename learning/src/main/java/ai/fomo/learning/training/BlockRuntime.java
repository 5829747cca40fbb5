package ai.fomo.learning.training;

import ai.fomo.learning.feature.OnnxRuntime;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A block of convolutions in ONNX Runtime: in plain Java it would take a second an image. Safe for use by several threads; its
 * session ends when nobody holds it any more.
 */
final class BlockRuntime {
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtEnvironment environment;
    private final OrtSession session;

    private BlockRuntime(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** @param side of the squares that it takes */
    static BlockRuntime open(LastBlock block, int side) {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread a call: callers run one call a core.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(BlockGraph.model(block, side), options);
            BlockRuntime runtime = new BlockRuntime(environment, session);
            CLEANER.register(runtime, () -> close(session));
            return runtime;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the model's block of convolutions", e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime did not close its session", e);
        }
    }

    /** @return for each row what comes of it, one after the other */
    float[] run(float[] rows, int count) {
        FloatBuffer input = ByteBuffer.allocateDirect(Float.BYTES * rows.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(rows)
                .flip();
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, new long[] {count, rows.length / count});
                OrtSession.Result result = session.run(Map.of(BlockGraph.INPUT, tensor))) {
            // Closed with the result.
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] outputs = new float[values.remaining()];
            values.get(outputs);
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + count + " images", e);
        }
    }
}
