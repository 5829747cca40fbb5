package ai.fomo.learning.feature;

import ai.fomo.learning.image.ImageDecoder;
import ai.fomo.learning.image.UnusableImageException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * From an image's bytes to the network's input: a plane for each colour, in the order and scale it was trained on.
 *
 * <p>The whole picture is squeezed into the square: a poster's edges carry names and dates, which a crop would lose.
 */
final class Preprocessing {
    /** To be raised with every change that changes a number: cached features are of one version. */
    static final int VERSION = 1;

    private final int side;
    private final PixelScaling pixels;

    Preprocessing(int side, PixelScaling pixels) {
        this.side = side;
        this.pixels = pixels;
    }

    /** The same as {@link #prepare}, for who writes it again elsewhere; to be kept true with every change of it. */
    String inWords() {
        String square = side + " x " + side;
        return "Decode to upright 8-bit RGB (EXIF orientation applied, transparency on white)."
                + " Where the shorter side is " + 8 * side
                + " pixels or more, keep every n-th pixel of both sides from the first,"
                + " n = floor(shorter side / " + 4 * side + ")."
                + " Squeeze the whole picture into " + square
                + ", without crop and whatever its aspect ratio, with a triangle"
                + " filter as wide as the reduction (Pillow: BILINEAR, on channels of mode F), columns first, without rounding."
                + " " + pixels.inWords() + ":"
                + " input 'image' of shape [batch, 3, " + side + ", " + side + "].";
    }

    int side() {
        return side;
    }

    float[] prepare(byte[] image) throws UnusableImageException {
        return prepare(ImageDecoder.decode(image, side));
    }

    float[] prepare(BufferedImage image) {
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Resampling columns = Resampling.of(image.getWidth(), side);
        Resampling rows = Resampling.of(image.getHeight(), side);
        float[] narrow = narrow(bytes, image.getWidth(), image.getHeight(), columns);
        float[] planes = new float[3 * side * side];
        float[] sums = new float[3 * side];
        for (int y = 0; y < side; y++) {
            java.util.Arrays.fill(sums, 0);
            float[] weights = rows.weights()[y];
            for (int k = 0; k < weights.length; k++) {
                int from = (rows.first()[y] + k) * 3 * side;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weights[k] * narrow[from + i];
                }
            }
            for (int x = 0; x < side; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    planes[pixels.plane(channel) * side * side + y * side + x] =
                            pixels.scaled(sums[3 * x + channel], channel);
                }
            }
        }
        return planes;
    }

    /** Each row of pixels squeezed to {@code side}, channels still interleaved. */
    private float[] narrow(byte[] bytes, int width, int height, Resampling columns) {
        float[] narrow = new float[3 * side * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < side; x++) {
                float[] weights = columns.weights()[x];
                int from = 3 * (y * width + columns.first()[x]);
                float blue = 0;
                float green = 0;
                float red = 0;
                for (float weight : weights) {
                    blue += weight * (bytes[from] & 0xFF);
                    green += weight * (bytes[from + 1] & 0xFF);
                    red += weight * (bytes[from + 2] & 0xFF);
                    from += 3;
                }
                int to = 3 * (y * side + x);
                narrow[to] = blue;
                narrow[to + 1] = green;
                narrow[to + 2] = red;
            }
        }
        return narrow;
    }
}
