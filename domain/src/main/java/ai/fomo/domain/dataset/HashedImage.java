package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.PerceptualHash;

/** An image that near-duplicates are looked for by. Plain images have no hash, and are never here. */
public record HashedImage(Sha256 image, PerceptualHash hash) {}
