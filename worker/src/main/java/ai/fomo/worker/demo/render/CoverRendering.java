package ai.fomo.worker.demo.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * A synthetic album cover, described; drawn when asked for, at any size.
 *
 * @param looks genres whose habits it follows, at least one
 * @param seed decides everything else
 */
public record CoverRendering(List<String> looks, String artist, String title, long seed) {
    public CoverRendering {
        looks = List.copyOf(looks);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("a cover looks like at least one genre");
        }
    }

    /** @param size width and height in pixels */
    public BufferedImage image(int size) {
        Random random = Seeds.random(seed, "cover");
        Look look = Look.of(looks, random);
        Sheet sheet = Sheet.of(size, 1, look.palette(), random);
        try {
            look.backdrop().paint(sheet);
            look.motif().paint(sheet);
            Lettering lettering = new Lettering(sheet, look.typeface());
            CoverLettering.paint(sheet, look.layout(), lettering, look.cased(artist), look.cased(title));
            look.texture().paint(sheet);
        } finally {
            sheet.graphics().dispose();
        }
        return sheet.image();
    }

    /** @param size width and height in pixels */
    public byte[] jpeg(int size) {
        return Jpeg.encode(image(size));
    }
}
