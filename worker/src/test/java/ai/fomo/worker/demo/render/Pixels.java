package ai.fomo.worker.demo.render;

import ai.fomo.domain.Sha256;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;

/** Compares images by what can be seen. */
final class Pixels {
    private Pixels() {}

    /** One digest of a cover of each genre. */
    static Sha256 ofSomeCovers() {
        ByteBuffer digests = ByteBuffer.allocate(Styles.all().size() * Integer.BYTES);
        for (Style style : Styles.all()) {
            CoverRendering cover = new CoverRendering(List.of(style.genre()), "The Foxes", "Garden No. 1", 7);
            digests.putInt(Sha256.of(of(cover.image(120))).hashCode());
        }
        return Sha256.of(digests.array());
    }

    static byte[] of(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
        bytes.asIntBuffer().put(pixels);
        return bytes.array();
    }
}
