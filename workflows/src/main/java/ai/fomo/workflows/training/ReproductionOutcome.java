package ai.fomo.workflows.training;

/** What a reproduction came to; the outcome of its run. */
public enum ReproductionOutcome {
    /** The same model to the byte, and the same losses to the bit. */
    SAME,
    DIFFERENT
}
