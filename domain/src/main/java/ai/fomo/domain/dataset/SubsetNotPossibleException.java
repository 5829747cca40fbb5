package ai.fomo.domain.dataset;

/** A subset that the dataset does not have: more images than there are, or fewer than whole groups allow. */
public final class SubsetNotPossibleException extends IllegalArgumentException {
    public SubsetNotPossibleException(String sentence) {
        super(sentence);
    }
}
