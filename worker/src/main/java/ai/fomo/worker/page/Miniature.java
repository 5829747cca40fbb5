package ai.fomo.worker.page;

import ai.fomo.learning.image.ImageDecoder;
import ai.fomo.learning.image.JpegEncoder;
import ai.fomo.learning.image.UnusableImageException;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.Base64;

/** A cover made small enough to be written into a page: 2 to 5 kB. */
final class Miniature {
    /** Of the longer side, in pixels. */
    static final int SIDE = 96;

    private static final float QUALITY = 0.72f;

    private Miniature() {}

    /** @throws UnusableImageException where the image cannot be decoded */
    static Picture of(byte[] image, String alternative) throws UnusableImageException {
        BufferedImage large = ImageDecoder.decode(image, SIDE);
        double scale = (double) SIDE / Math.max(large.getWidth(), large.getHeight());
        int width = Math.max(1, (int) Math.round(large.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(large.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(large.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        String base64 = Base64.getEncoder().encodeToString(JpegEncoder.encode(small, QUALITY));
        return new Picture("data:image/jpeg;base64," + base64, width, height, alternative);
    }
}
