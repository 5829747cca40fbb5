package ai.fomo.domain.feature;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * All that a feature vector depends on besides the image. Two encoders with equal ids give equal features.
 *
 * @param name for example {@code efficientnet-lite0}
 * @param weights digest of the weights file
 * @param runtime what computes it, with its version: {@code onnxruntime-1.29.0}
 * @param preprocessing version of decoding, resizing and normalising
 * @param dimension length of the feature vector
 * @param view of the image; null, as in payloads from before there were views, is the original
 */
public record EncoderId(
        String name,
        Sha256 weights,
        String runtime,
        int preprocessing,
        int dimension,
        @Nullable View view) {
    public EncoderId {
        view = view == null ? View.ORIGINAL : view;
    }

    /** Of images as they are. */
    public EncoderId(String name, Sha256 weights, String runtime, int preprocessing, int dimension) {
        this(name, weights, runtime, preprocessing, dimension, View.ORIGINAL);
    }

    /** Never null. */
    @Override
    public View view() {
        return view == null ? View.ORIGINAL : view;
    }

    /** The same encoder, looking at images in another way. */
    public EncoderId with(View other) {
        return new EncoderId(name, weights, runtime, preprocessing, dimension, other);
    }

    /** One digest for the whole key, for rows, paths and workflow ids. */
    public Sha256 digest() {
        String canonical = name + '\n' + weights + '\n' + runtime + '\n' + preprocessing + '\n' + dimension + '\n';
        // Digests from before there were views stay what they are.
        String viewed = view() == View.ORIGINAL ? canonical : canonical + view().label() + '\n';
        return Sha256.of(viewed.getBytes(StandardCharsets.UTF_8));
    }
}
