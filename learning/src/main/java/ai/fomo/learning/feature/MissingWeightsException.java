package ai.fomo.learning.feature;

/** An encoder was asked for whose weights nobody has brought yet. */
public final class MissingWeightsException extends RuntimeException {
    MissingWeightsException(String encoder, String weights) {
        super("encoder " + encoder + " has no weights here yet: fomo weights fetch " + weights
                + ", or fomo weights fetch " + weights + " --file " + weights + ".h5");
    }
}
