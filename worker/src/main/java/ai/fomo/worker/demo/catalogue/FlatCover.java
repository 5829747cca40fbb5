package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.Seeds;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Six by six fields of colour: as different from each other as covers are, and made in about a millisecond. */
final class FlatCover {
    private static final int FIELDS = 6;

    private FlatCover() {}

    static BufferedImage image(long seed, int size) {
        Random random = Seeds.random(seed, "flat cover");
        int[] colours = random.ints(FIELDS * FIELDS, 0, 0x1000000).toArray();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                row[x] = colours[y * FIELDS / size * FIELDS + x * FIELDS / size];
            }
            image.setRGB(0, y, size, 1, row, 0, size);
        }
        return image;
    }
}
