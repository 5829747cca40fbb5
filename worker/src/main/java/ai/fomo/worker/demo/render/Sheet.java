package ai.fomo.worker.demo.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Something to draw on: one unit wide and {@code height} units high, whatever its size in pixels.
 *
 * @param random the only source of chance, so that a seed decides every pixel
 */
record Sheet(BufferedImage image, Graphics2D graphics, double height, Palette palette, Random random) {
    static Sheet of(int width, double height, Palette palette, Random random) {
        BufferedImage image = new BufferedImage(width, (int) Math.round(width * height), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(width, width);
        return new Sheet(image, graphics, height, palette, random);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void disc(double x, double y, double radius, Color colour) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    void box(double x, double y, double width, double boxHeight, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, boxHeight), colour);
    }

    /** @param points x and y in turn */
    void polygon(Color colour, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        fill(path, colour);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Mean colour of a part, from a few of its pixels. */
    Color mean(Rectangle2D part) {
        int width = image.getWidth();
        long red = 0;
        long green = 0;
        long blue = 0;
        int steps = 10;
        for (int i = 0; i < steps * steps; i++) {
            int column = i % steps;
            int row = i / steps;
            int x = pixel(part.getX() + part.getWidth() * (column + 0.5) / steps, width);
            int y = pixel(part.getY() + part.getHeight() * (row + 0.5) / steps, image.getHeight());
            int rgb = image.getRGB(x, y);
            red += rgb >> 16 & 255;
            green += rgb >> 8 & 255;
            blue += rgb & 255;
        }
        long count = (long) steps * steps;
        return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
    }

    private int pixel(double position, int limit) {
        return Math.max(0, Math.min(limit - 1, (int) (position * image.getWidth())));
    }
}
