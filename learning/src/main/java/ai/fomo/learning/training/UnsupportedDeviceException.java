package ai.fomo.learning.training;

/** The device asked for is not there, or nothing here runs on it; the message says which one and what to do. */
public final class UnsupportedDeviceException extends RuntimeException {
    public UnsupportedDeviceException(String sentence) {
        super(sentence);
    }
}
