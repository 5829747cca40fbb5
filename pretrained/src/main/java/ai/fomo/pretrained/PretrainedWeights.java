package ai.fomo.pretrained;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file of weights, or of what belongs to them, on the class path. */
public enum PretrainedWeights {
    /** ImageNet features, 1280 numbers for 3 x 224 x 224 RGB values (v - 127) / 128; ONNX, input {@code image}. */
    EFFICIENTNET_LITE0("efficientnet-lite0.onnx", "190d7471ade3d5b34c6343c68a80b6044b3bd2bd406a4a06705153be32067841"),

    /** Between which numbers the values of the same network lie: CSV, by {@code convert/activation_ranges.py}. */
    EFFICIENTNET_LITE0_RANGES(
            "efficientnet-lite0-ranges.csv", "5ed26b1a0ce12ee2355a878aca1d6d24fdc4c5024d2b86b8c001dc3d239400d8");

    private final String resource;
    private final String sha256;

    PretrainedWeights(String resource, String sha256) {
        this.resource = resource;
        this.sha256 = sha256;
    }

    /** Of the file's bytes, in lower-case hexadecimal. Whoever reads them compares. */
    public String sha256() {
        return sha256;
    }

    public byte[] read() {
        try (InputStream input = PretrainedWeights.class.getResourceAsStream("/pretrained/" + resource)) {
            if (input == null) {
                throw new IllegalStateException("/pretrained/" + resource + " is not on the class path");
            }
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("/pretrained/" + resource + " cannot be read", e);
        }
    }
}
