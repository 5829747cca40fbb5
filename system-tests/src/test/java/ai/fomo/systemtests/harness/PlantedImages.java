package ai.fomo.systemtests.harness;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A directory of drawn covers by several artists, to plant faults in: copies in other sizes, mirrored ones, an artist on both
 * sides of a split. No two drawn covers look alike.
 */
public final class PlantedImages {
    private static final int SIZE = 240;

    private final Path directory;
    private final List<String> rows = new ArrayList<>();

    public PlantedImages(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(images());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws a cover; the seed decides what it shows. */
    public PlantedImages cover(String file, long seed, String labels, String group, String split) {
        write(draw(seed), file);
        return row(file, labels, group, split);
    }

    /** The same bytes under another name. */
    public PlantedImages copy(String original, String file, String labels, String group, String split) {
        try {
            Files.copy(images().resolve(original), images().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row(file, labels, group, split);
    }

    /** The same picture at another size, as another kind of file where the name says so. */
    public PlantedImages resized(
            String original, String file, double scale, String labels, String group, String split) {
        BufferedImage image = read(original);
        int side = (int) Math.round(SIZE * scale);
        write(transformed(image, side, AffineTransform.getScaleInstance(scale, scale)), file);
        return row(file, labels, group, split);
    }

    /** The same picture, left and right exchanged. */
    public PlantedImages mirrored(String original, String file, String labels, String group, String split) {
        AffineTransform mirror = AffineTransform.getTranslateInstance(SIZE, 0);
        mirror.scale(-1, 1);
        write(transformed(read(original), SIZE, mirror), file);
        return row(file, labels, group, split);
    }

    private PlantedImages row(String file, String labels, String group, String split) {
        rows.add(file + "," + labels + "," + quoted(group) + "," + split);
        return this;
    }

    public Path images() {
        return directory.resolve("images");
    }

    /** Writes the rows so far, and returns where. */
    public Path csv() {
        Path csv = directory.resolve("labels.csv");
        try {
            Files.writeString(csv, "file,labels,group,split\n" + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv;
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static BufferedImage draw(long seed) {
        Random random = new Random(seed * 7919);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(random.nextInt(0x1000000)));
        graphics.fillRect(0, 0, SIZE, SIZE);
        for (int i = 0; i < 14; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.setStroke(new BasicStroke(4 + random.nextInt(20)));
            int x = random.nextInt(SIZE);
            int y = random.nextInt(SIZE);
            int width = 20 + random.nextInt(SIZE / 2);
            int height = 20 + random.nextInt(SIZE / 2);
            switch (random.nextInt(3)) {
                case 0 -> graphics.fillOval(x - width / 2, y - height / 2, width, height);
                case 1 -> graphics.fillRect(x - width / 2, y - height / 2, width, height);
                default -> graphics.drawLine(x, y, random.nextInt(SIZE), random.nextInt(SIZE));
            }
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage transformed(BufferedImage image, int side, AffineTransform transform) {
        BufferedImage result = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return result;
    }

    private BufferedImage read(String file) {
        try {
            return ImageIO.read(images().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BufferedImage image, String file) {
        try {
            ImageIO.write(
                    image,
                    file.endsWith(".jpg") ? "jpeg" : "png",
                    images().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
