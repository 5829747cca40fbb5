package ai.fomo.worker.demo.render;

import ai.fomo.learning.image.JpegEncoder;
import java.awt.image.BufferedImage;

/** Encodes what was drawn. */
final class Jpeg {
    private static final float QUALITY = 0.88f;

    private Jpeg() {}

    static byte[] encode(BufferedImage image) {
        return JpegEncoder.encode(image, QUALITY);
    }
}
