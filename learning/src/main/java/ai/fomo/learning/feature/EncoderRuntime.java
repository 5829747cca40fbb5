package ai.fomo.learning.feature;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What computes an encoder: a part of its id, since digits differ. */
enum EncoderRuntime {
    /** Where nobody says otherwise: any encoder, on any CPU. */
    ONNX_RUNTIME("", "onnxruntime-" + Encoders.ONNX_RUNTIME_VERSION),

    /** In whole numbers: twice as fast on processors with VNNI, for networks whose activations have been measured. */
    INT8("@int8", "onnxruntime-" + Encoders.ONNX_RUNTIME_VERSION + "-int8"),

    /** On an NVIDIA GPU, with a build of profile onnx-cuda. */
    CUDA("@cuda", "onnxruntime-" + Encoders.ONNX_RUNTIME_VERSION + "-cuda"),

    /** What trains layers; a test holds the version and ND4J's own together. */
    DL4J("@dl4j", "dl4j-1.0.0-M2.1");

    private final String suffix;
    private final String id;

    EncoderRuntime(String suffix, String id) {
        this.suffix = suffix;
        this.id = id;
    }

    /** With its version, as an encoder's id has it. */
    String id() {
        return id;
    }

    static EncoderRuntime of(String encoder) {
        return Arrays.stream(values())
                .filter(runtime -> runtime != ONNX_RUNTIME && encoder.endsWith(runtime.suffix))
                .findFirst()
                .orElse(ONNX_RUNTIME);
    }

    /** The name without the runtime's suffix. */
    static String network(String encoder) {
        return encoder.substring(0, encoder.length() - of(encoder).suffix.length());
    }

    /** For a sentence. */
    static String suffixes() {
        return Arrays.stream(values())
                .filter(runtime -> runtime != ONNX_RUNTIME)
                .map(runtime -> runtime.suffix)
                .collect(Collectors.joining(" or "));
    }
}
