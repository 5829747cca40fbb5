package ai.fomo.learning.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** @param bgr three bytes a pixel, row by row */
record BufferedRows(int width, int height, byte[] bgr) implements PixelRows {
    static BufferedRows of(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            throw new IllegalArgumentException("an image of type " + image.getType() + " is not one of three bytes");
        }
        DataBufferByte bytes = (DataBufferByte) image.getRaster().getDataBuffer();
        return new BufferedRows(image.getWidth(), image.getHeight(), bytes.getData());
    }

    @Override
    public void read(int y, float[][] rgb) {
        float[] red = rgb[0];
        float[] green = rgb[1];
        float[] blue = rgb[2];
        int from = 3 * y * width;
        for (int x = 0; x < width; x++) {
            blue[x] = bgr[from] & 0xFF;
            green[x] = bgr[from + 1] & 0xFF;
            red[x] = bgr[from + 2] & 0xFF;
            from += 3;
        }
    }
}
