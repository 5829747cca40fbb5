package ai.fomo.domain.training;

/** What training makes small, each averaged over classes and items. All are functions of logits. */
public enum Loss {
    BINARY_CROSS_ENTROPY,
    /**
     * Binary cross-entropy in which each class's positives weigh as much as its negatives, at most ten times as much as in
     * the plain one.
     */
    CLASS_WEIGHTED,
    /**
     * Asymmetric loss (Ridnik et al. 2021, arXiv 2009.14119) with the paper's settings: positives are not focused, negatives
     * with gamma 4, and negatives below a probability of 0.05 count nothing.
     */
    ASYMMETRIC
}
