package ai.fomo.learning.feature;

/** An encoder that a runtime cannot compute, in a sentence that says why. Trying again changes nothing. */
public final class UnfitRuntimeException extends RuntimeException {
    UnfitRuntimeException(String encoder, String reason) {
        super("Deeplearning4j cannot compute encoder " + encoder + ": " + reason + "; name "
                + EncoderRuntime.network(encoder) + " instead, which ONNX Runtime computes");
    }
}
