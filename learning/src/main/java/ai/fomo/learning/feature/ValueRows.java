package ai.fomo.learning.feature;

/**
 * A value between two layers as [rows, images, channels]: a row is a pixel of all images, and a pixel is in any of the rows, so that
 * what takes them need not be what another gives. Beyond the image's edge is one row of zeros.
 *
 * @param value its name in the graph
 * @param rows where each pixel is, row by row of the image
 * @param zeros where the zeros are
 */
record ValueRows(String value, int channels, int height, int width, int[] rows, int zeros) {
    int row(int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width ? rows[y * width + x] : zeros;
    }
}
