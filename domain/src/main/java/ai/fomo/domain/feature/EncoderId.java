package ai.fomo.domain.feature;

import ai.fomo.domain.Sha256;

/**
 * All that a feature vector depends on besides the image. Two encoders with equal ids give equal features.
 *
 * @param name for example {@code efficientnet-lite0}
 * @param weights digest of the weights file
 * @param runtime what computes it, with its version: {@code onnxruntime-1.29.0}
 * @param preprocessing version of decoding, resizing and normalising
 * @param dimension length of the feature vector
 */
public record EncoderId(String name, Sha256 weights, String runtime, int preprocessing, int dimension) {
    /** One digest for the whole key, for rows, paths and workflow ids. */
    public Sha256 digest() {
        String canonical = name + '\n' + weights + '\n' + runtime + '\n' + preprocessing + '\n' + dimension + '\n';
        return Sha256.of(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
