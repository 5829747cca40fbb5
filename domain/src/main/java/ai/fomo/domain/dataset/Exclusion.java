package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;

/** An image of the source that is not in the dataset, and why, in a few words without a full stop. */
public record Exclusion(Sha256 image, String reason) {}
