package ai.fomo.learning.image;

import java.awt.image.BufferedImage;

/** An upright picture whose rows are read one after the other, so that nobody needs all of it at once. */
public interface PixelRows {
    int width();

    int height();

    /**
     * @param y from 0, in this order, each once; the last ones may be left out
     * @param rgb three arrays of at least {@link #width()} numbers each, which get red, green and blue, 0 to 255
     */
    void read(int y, float[][] rgb);

    /** @param image of {@link BufferedImage#TYPE_3BYTE_BGR} */
    static PixelRows of(BufferedImage image) {
        return BufferedRows.of(image);
    }
}
