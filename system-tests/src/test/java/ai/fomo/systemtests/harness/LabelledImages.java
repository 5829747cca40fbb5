package ai.fomo.systemtests.harness;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A directory of drawn images with its CSV of labels: four classes, each a pattern that an image may carry together with one other,
 * on backgrounds that say nothing.
 */
public final class LabelledImages {
    public static final List<String> CLASSES = List.of("circles", "crosses", "grids", "stripes");

    private static final int SIZE = 160;

    private final Path directory;

    private LabelledImages(Path directory) {
        this.directory = directory;
    }

    /** Draws {@code count} images; the same seed draws the same ones. */
    public static LabelledImages draw(Path directory, int count, long seed) {
        try {
            Files.createDirectories(directory.resolve("images"));
            Random random = new Random(seed);
            StringBuilder csv = new StringBuilder("file,labels\n");
            for (int i = 0; i < count; i++) {
                int first = i % CLASSES.size();
                int second = random.nextInt(4) == 0 ? random.nextInt(CLASSES.size()) : first;
                String name = "image-%04d.png".formatted(i);
                ImageIO.write(
                        image(first, second, random),
                        "png",
                        directory.resolve("images").resolve(name).toFile());
                csv.append(name).append(',').append(CLASSES.get(first));
                if (second != first) {
                    csv.append('|').append(CLASSES.get(second));
                }
                csv.append('\n');
            }
            Files.writeString(directory.resolve("labels.csv"), csv);
            return new LabelledImages(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path csv() {
        return directory.resolve("labels.csv");
    }

    public Path images() {
        return directory.resolve("images");
    }

    public Path image(int number) {
        return images().resolve("image-%04d.png".formatted(number));
    }

    private static BufferedImage image(int first, int second, Random random) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.3f + random.nextFloat() / 2, 0.9f));
        graphics.fillRect(0, 0, SIZE, SIZE);
        paint(graphics, first, random);
        if (second != first) {
            paint(graphics, second, random);
        }
        graphics.dispose();
        return image;
    }

    private static void paint(Graphics2D graphics, int pattern, Random random) {
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 1, 0.2f + random.nextFloat() / 2));
        graphics.setStroke(new BasicStroke(2 + random.nextInt(4)));
        int step = 14 + random.nextInt(12);
        for (int i = 0; i < SIZE; i += step) {
            switch (CLASSES.get(pattern)) {
                case "circles" -> {
                    int radius = 10 + random.nextInt(25);
                    graphics.fillOval(random.nextInt(SIZE), random.nextInt(SIZE), radius, radius);
                }
                case "crosses" -> {
                    int x = random.nextInt(SIZE);
                    int y = random.nextInt(SIZE);
                    graphics.drawLine(x - 9, y - 9, x + 9, y + 9);
                    graphics.drawLine(x - 9, y + 9, x + 9, y - 9);
                }
                case "grids" -> {
                    graphics.drawLine(i, 0, i, SIZE);
                    graphics.drawLine(0, i, SIZE, i);
                }
                default -> graphics.drawLine(i - SIZE / 2, SIZE, i + SIZE / 2, 0);
            }
        }
    }
}
