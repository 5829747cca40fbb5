package ai.fomo.domain.evaluation;

/**
 * A genre that a model does not do justice to, as the prototype did with Reggaeton.
 *
 * @param sentence what is wrong with it, with the figures
 */
public record UnderServed(String genre, Reason reason, String sentence) {
    /** In what way. */
    public enum Reason {
        /** Served far less often than it occurs. */
        UNDER_PREDICTED,
        /** Ranked no better than by chance, as far as the items can tell. */
        NOT_LEARNED
    }
}
