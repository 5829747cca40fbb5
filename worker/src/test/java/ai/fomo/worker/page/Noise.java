package ai.fomo.worker.page;

import ai.fomo.domain.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** Covers that are hard on a page. */
final class Noise {
    private Noise() {}

    /** Noise, which is the worst that a JPEG can be asked to hold. */
    static Optional<byte[]> cover(Sha256 image) {
        Random random = new Random(image.hashCode());
        BufferedImage picture = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (int x = 0; x < 120; x += 2) {
            for (int y = 0; y < 120; y += 2) {
                graphics.setColor(new Color(random.nextInt(0x1000000)));
                graphics.fillRect(x, y, 2, 2);
            }
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(png.toByteArray());
    }
}
