package ai.fomo.domain.dataset;

/** A group that no split can hold. Trying again does not help. */
public final class GroupTooLargeException extends RuntimeException {
    public GroupTooLargeException(String sentence) {
        super(sentence);
    }
}
