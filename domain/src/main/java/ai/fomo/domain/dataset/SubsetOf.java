package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;

/**
 * Where a subset comes from.
 *
 * @param full digest of the whole dataset
 */
public record SubsetOf(Sha256 full, Subset subset) {}
