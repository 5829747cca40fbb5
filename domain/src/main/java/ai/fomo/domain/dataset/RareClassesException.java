package ai.fomo.domain.dataset;

/** Classes with too few examples for a test that means anything. Trying again does not help. */
public final class RareClassesException extends RuntimeException {
    public RareClassesException(String sentence) {
        super(sentence);
    }
}
