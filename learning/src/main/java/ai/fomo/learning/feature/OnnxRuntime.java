package ai.fomo.learning.feature;

import ai.onnxruntime.OrtEnvironment;
import java.util.concurrent.CompletableFuture;

/** ONNX Runtime's environment, one in a process. */
public final class OnnxRuntime {
    /** Creating it in 1.29.0 takes more than the 1 MB that threads have by default, and then the process dies. */
    private static final long STACK_BYTES = 16L << 20;

    private OnnxRuntime() {}

    public static OrtEnvironment environment() {
        CompletableFuture<OrtEnvironment> environment = new CompletableFuture<>();
        Runnable creation = () -> environment.completeAsync(OrtEnvironment::getEnvironment, Runnable::run);
        new Thread(null, creation, "onnxruntime", STACK_BYTES).start();
        return environment.join();
    }
}
