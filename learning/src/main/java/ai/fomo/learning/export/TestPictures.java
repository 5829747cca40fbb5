package ai.fomo.learning.export;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to compare models on: a bright one, a dark one with shapes, and noise. Always the same. */
final class TestPictures {
    private TestPictures() {}

    static List<byte[]> png() {
        return List.of(gradient(), shapes(), noise());
    }

    private static byte[] gradient() {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 320, 240, Color.CYAN));
        graphics.fillRect(0, 0, 320, 240);
        graphics.dispose();
        return png(picture);
    }

    private static byte[] shapes() {
        BufferedImage picture = new BufferedImage(500, 700, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(
                    random.nextInt(500), random.nextInt(700), 20 + random.nextInt(80), 20 + random.nextInt(80));
        }
        graphics.dispose();
        return png(picture);
    }

    private static byte[] noise() {
        BufferedImage picture = new BufferedImage(224, 224, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(2);
        for (int i = 0; i < 224 * 224; i++) {
            picture.setRGB(i % 224, i / 224, random.nextInt(1 << 24));
        }
        return png(picture);
    }

    private static byte[] png(BufferedImage picture) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
