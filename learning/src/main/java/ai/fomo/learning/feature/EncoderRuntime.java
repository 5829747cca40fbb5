package ai.fomo.learning.feature;

/** What computes an encoder: a part of its id, since digits differ. */
enum EncoderRuntime {
    /** Where nobody says otherwise: the fastest on a CPU. */
    ONNX_RUNTIME("", "onnxruntime-" + Encoders.ONNX_RUNTIME_VERSION),

    /** What trains layers; a test holds the version and ND4J's own together. */
    DL4J("@dl4j", "dl4j-1.0.0-M2.1");

    private final String suffix;
    private final String id;

    EncoderRuntime(String suffix, String id) {
        this.suffix = suffix;
        this.id = id;
    }

    /** What an encoder's name ends with. */
    String suffix() {
        return suffix;
    }

    /** With its version, as an encoder's id has it. */
    String id() {
        return id;
    }

    static EncoderRuntime of(String encoder) {
        return encoder.endsWith(DL4J.suffix) ? DL4J : ONNX_RUNTIME;
    }

    /** The name without the runtime's suffix. */
    static String network(String encoder) {
        return encoder.substring(0, encoder.length() - of(encoder).suffix.length());
    }
}
