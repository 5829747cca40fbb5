package ai.fomo.workflows.catalogue;

/** What became of a cover. */
public sealed interface CoverResult permits CoverResult.Stored, CoverResult.Refused, RateLimited {
    /** @param added false where the source had the same cover under another album already */
    record Stored(boolean added) implements CoverResult {}

    /** It can never be had or used; recorded with its reason. */
    record Refused(String reason) implements CoverResult {}
}
