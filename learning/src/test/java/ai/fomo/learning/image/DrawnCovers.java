package ai.fomo.learning.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Covers of shapes and lines on a gradient, drawn from a seed, and copies of them. */
final class DrawnCovers {
    private static final int SIDE = 300;

    private DrawnCovers() {}

    static BufferedImage cover(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(
                new GradientPaint(random.nextInt(SIDE), 0, colour(random), random.nextInt(SIDE), SIDE, colour(random)));
        graphics.fillRect(0, 0, SIDE, SIDE);
        for (int i = 0; i < 7; i++) {
            graphics.setColor(colour(random));
            double x = random.nextInt(SIDE) - 40;
            double y = random.nextInt(SIDE) - 40;
            double width = 30 + random.nextInt(130);
            double height = 30 + random.nextInt(130);
            switch (random.nextInt(3)) {
                case 0 -> graphics.fill(new Ellipse2D.Double(x, y, width, height));
                case 1 -> graphics.fill(new Rectangle2D.Double(x, y, width, height));
                default -> {
                    graphics.setStroke(new BasicStroke(4 + random.nextInt(16)));
                    graphics.draw(new Line2D.Double(x, y, SIDE - y, x + width));
                }
            }
        }
        graphics.dispose();
        return image;
    }

    static BufferedImage plain(Color colour, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    static BufferedImage resized(BufferedImage image, int width, int height) {
        BufferedImage source = image;
        // Halving first: bilinear filtering alone would leave pixels out.
        while (source.getWidth() >= 2 * width && source.getHeight() >= 2 * height) {
            source = drawn(source, source.getWidth() / 2, source.getHeight() / 2, false);
        }
        return drawn(source, width, height, false);
    }

    static BufferedImage mirrored(BufferedImage image) {
        return drawn(image, image.getWidth(), image.getHeight(), true);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, boolean mirrored) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, mirrored ? width : 0, 0, mirrored ? -width : width, height, null);
        graphics.dispose();
        return target;
    }

    /** @param quality 0 to 1 */
    static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) {
        return Pictures.encoded(image, "png");
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
