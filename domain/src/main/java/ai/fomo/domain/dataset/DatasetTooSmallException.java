package ai.fomo.domain.dataset;

/** The covers do not make a dataset that a model could be trained and judged on. Trying again does not help. */
public final class DatasetTooSmallException extends RuntimeException {
    public DatasetTooSmallException(String sentence) {
        super(sentence);
    }
}
