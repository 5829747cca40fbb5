package ai.fomo.domain.registry;

import ai.fomo.domain.Sha256;

/**
 * A registered model.
 *
 * @param version counted from 1, without gaps
 * @param digest of its file in {@code models/}
 */
public record ModelVersion(int version, Sha256 digest) {}
