package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import java.time.Instant;

/**
 * Weights that somebody has provided.
 *
 * @param name that encoders ask for them by
 * @param digest of the file in {@code weights/}
 * @param source digest of the file that it was made of, as it was published
 * @param origin address or path of that file
 */
public record WeightsRow(String name, Sha256 digest, Sha256 source, String origin, Instant recordedAt) {}
