package ai.fomo.storage.evaluation;

/** A gate policy's YAML cannot be used. The message says what is wrong and where, in one sentence. */
public final class GatePolicyFormatException extends RuntimeException {
    GatePolicyFormatException(String message, Throwable cause) {
        super("gate policy" + message, cause);
    }

    GatePolicyFormatException(String message) {
        super("gate policy" + message);
    }

    static GatePolicyFormatException atLine(int line, String message) {
        return new GatePolicyFormatException(", line " + line + ": " + message);
    }
}
