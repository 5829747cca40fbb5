package ai.fomo.activities.dataset;

/** A subset that the dataset does not have. Trying again does not help. */
public final class SubsetRefusedException extends RuntimeException {
    SubsetRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
