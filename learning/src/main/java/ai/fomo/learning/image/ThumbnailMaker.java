package ai.fomo.learning.image;

import ai.fomo.domain.catalogue.Thumbnail;
import java.awt.image.BufferedImage;

/**
 * Images to thumbnails, the same within rounding for every size, shape and encoding of a picture: each pixel of a thumbnail is
 * the average over its share of the image's area, so nothing aliases, and the mirrored image has the mirrored thumbnail.
 */
public final class ThumbnailMaker {
    /**
     * Pixels a side that the decoder is asked for. It keeps at least four times as many, so that each luma pixel averages
     * 16 x 16 or more, of which every n-th is as good as all of them.
     */
    private static final int DECODED_SIDE = 64;

    private static final int LUMA_SIDE = Thumbnail.LUMA_SIDE;
    private static final int CHROMA_SIDE = Thumbnail.CHROMA_SIDE;

    private ThumbnailMaker() {}

    /** @throws UnusableImageException as {@link ImageDecoder#decode(byte[])} does */
    public static Thumbnail of(byte[] image) throws UnusableImageException {
        return of(ImageDecoder.decode(image, DECODED_SIDE));
    }

    /** @param image of any size and type; transparency is ignored */
    public static Thumbnail of(BufferedImage image) {
        int width = image.getWidth();
        AreaAverage average = new AreaAverage(width, image.getHeight(), LUMA_SIDE);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            average.add(y, image.getRGB(0, y, width, 1, row, 0, width));
        }
        return ofAverages(average.red(), average.green(), average.blue());
    }

    /** Averages of colours before conversion are the converted ones' averages, because the conversion is linear. */
    private static Thumbnail ofAverages(double[] red, double[] green, double[] blue) {
        double[] pixels = new double[Thumbnail.BYTES];
        int firstBlue = LUMA_SIDE * LUMA_SIDE;
        int firstRed = firstBlue + CHROMA_SIDE * CHROMA_SIDE;
        int scale = LUMA_SIDE / CHROMA_SIDE;
        for (int i = 0; i < red.length; i++) {
            int chroma = i / LUMA_SIDE / scale * CHROMA_SIDE + i % LUMA_SIDE / scale;
            // Full-range BT.601, as in JFIF.
            pixels[i] = 0.299 * red[i] + 0.587 * green[i] + 0.114 * blue[i];
            pixels[firstBlue + chroma] +=
                    (128 - 0.168736 * red[i] - 0.331264 * green[i] + 0.5 * blue[i]) / (scale * scale);
            pixels[firstRed + chroma] +=
                    (128 + 0.5 * red[i] - 0.418688 * green[i] - 0.081312 * blue[i]) / (scale * scale);
        }
        byte[] bytes = new byte[Thumbnail.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.min(255, Math.max(0, Math.round(pixels[i])));
        }
        return new Thumbnail(bytes);
    }
}
