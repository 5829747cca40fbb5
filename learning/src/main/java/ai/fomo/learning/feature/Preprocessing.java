package ai.fomo.learning.feature;

import ai.fomo.learning.image.PixelDecoder;
import ai.fomo.learning.image.PixelRows;
import ai.fomo.learning.image.UnusableImageException;
import java.util.Arrays;

/**
 * From an image's bytes to the network's input: its colours in the order and scale it was trained on.
 *
 * <p>The whole picture is squeezed into the square: a poster's edges carry names and dates, which a crop would lose.
 */
final class Preprocessing {
    /** To be raised with every change that changes a number: cached features are of one version. */
    static final int VERSION = 3;

    private final int side;
    private final PixelScaling pixels;

    Preprocessing(int side, PixelScaling pixels) {
        this.side = side;
        this.pixels = pixels;
    }

    /** The same as {@link #prepare}, for who writes it again elsewhere; to be kept true with every change of it. */
    String inWords() {
        String square = side + " x " + side;
        return "Decode to upright RGB from 0 to 255 (EXIF orientation applied, transparency on white)."
                + " For a baseline JPEG (Huffman codes, 8 bits, one scan of Y, Cb and Cr, no ICC profile but sRGB), take the least n"
                + " from 1 to 4 with floor(shorter side x n / 8) >= " + side
                + ", and replace every square of 8 / n x 8 / n pixels, from the upper left, by its mean"
                + " (nearly libjpeg's scaled decoding at n/8, or Pillow's BOX)."
                + " Where there is no such n, or the image is another one, and its shorter side is " + 8 * side
                + " pixels or more, keep every m-th pixel of both sides from the first,"
                + " m = floor(shorter side / " + 4 * side + ")."
                + " Squeeze the whole picture into " + square
                + ", without crop and whatever its aspect ratio, with a triangle"
                + " filter as wide as the reduction (Pillow: BILINEAR, on channels of mode F), without rounding."
                + " " + pixels.inWords() + ":"
                + " input 'image' of shape [batch, 3, " + side + ", " + side + "].";
    }

    int side() {
        return side;
    }

    float[] prepare(byte[] image, ImageLayout layout) throws UnusableImageException {
        return PixelDecoder.decode(image, side, rows -> prepare(rows, layout));
    }

    /** Rows first: their sums are computed by vector instructions, and leave fewer pixels for the columns. */
    float[] prepare(PixelRows image, ImageLayout layout) {
        Resampling rows = Resampling.of(image.height(), side);
        RowWindow window = new RowWindow(image, rows.longest());
        ColumnFilter columns = ColumnFilter.of(Resampling.of(image.width(), side));
        float[][] sums = new float[PlanesLayout.COLOURS][image.width() + ColumnFilter.BEYOND];
        float[][] channels = new float[PlanesLayout.COLOURS][side];
        float[][] planes = inOrder(channels);
        float[] prepared = new float[layout.size(side)];
        for (int y = 0; y < side; y++) {
            window.sum(rows.first()[y], rows.weights()[y], sums);
            for (int channel = 0; channel < PlanesLayout.COLOURS; channel++) {
                Arrays.fill(channels[channel], 0);
            }
            columns.add(sums, channels);
            for (int channel = 0; channel < PlanesLayout.COLOURS; channel++) {
                pixels.scale(channel, channels[channel]);
            }
            layout.put(planes, y, prepared);
        }
        return prepared;
    }

    /** The same arrays in the network's order. */
    private float[][] inOrder(float[][] channels) {
        float[][] planes = new float[PlanesLayout.COLOURS][];
        for (int channel = 0; channel < PlanesLayout.COLOURS; channel++) {
            planes[pixels.plane(channel)] = channels[channel];
        }
        return planes;
    }
}
