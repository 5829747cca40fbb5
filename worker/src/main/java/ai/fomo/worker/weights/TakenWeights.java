package ai.fomo.worker.weights;

import ai.fomo.domain.Sha256;

/**
 * Weights that encoders run on from now on.
 *
 * @param digest of the file in {@code weights/}
 * @param source digest of the file that was taken in
 * @param origin its address or path
 */
public record TakenWeights(String name, Sha256 digest, Sha256 source, String origin, long bytes) {}
