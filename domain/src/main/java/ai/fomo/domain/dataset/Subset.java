package ai.fomo.domain.dataset;

/**
 * Which part of a dataset to train on.
 *
 * @param seed subsets of one seed are nested: the smaller is contained in the larger
 */
public record Subset(SubsetSize size, long seed) {}
