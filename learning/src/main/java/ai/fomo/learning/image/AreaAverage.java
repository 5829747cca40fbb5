package ai.fomo.learning.image;

/** Scales an image to a small square by averaging areas, a row of it at a time; one smaller than the square is spread. */
final class AreaAverage {
    private final int side;
    private final int width;
    private final int height;
    private final int[] firstCell;
    private final double[] shareOfFirst;
    private final double[][] sums;

    /** @param side of the square, in pixels */
    AreaAverage(int width, int height, int side) {
        this.side = side;
        this.width = width;
        this.height = height;
        this.sums = new double[3][side * side];
        this.firstCell = new int[width];
        this.shareOfFirst = new double[width];
        for (int x = 0; x < width; x++) {
            firstCell[x] = first(x, width);
            shareOfFirst[x] = share(x, width, firstCell[x]);
        }
    }

    /** @param rgb of the row's pixels, {@code 0xRRGGBB} */
    void add(int row, int[] rgb) {
        double[][] cells = new double[3][side];
        for (int x = 0; x < width; x++) {
            addPixel(cells, firstCell[x], shareOfFirst[x], rgb[x]);
            int last = last(x, width);
            for (int cell = firstCell[x] + 1; cell <= last; cell++) {
                addPixel(cells, cell, share(x, width, cell), rgb[x]);
            }
        }
        int last = last(row, height);
        for (int cell = first(row, height); cell <= last; cell++) {
            double share = share(row, height, cell);
            for (int channel = 0; channel < 3; channel++) {
                for (int x = 0; x < side; x++) {
                    sums[channel][cell * side + x] += share * cells[channel][x];
                }
            }
        }
    }

    private static void addPixel(double[][] cells, int cell, double share, int rgb) {
        cells[0][cell] += share * (rgb >> 16 & 0xFF);
        cells[1][cell] += share * (rgb >> 8 & 0xFF);
        cells[2][cell] += share * (rgb & 0xFF);
    }

    /** Of the square's pixels, row by row, 0 to 255; once every row has been added. */
    double[] red() {
        return sums[0];
    }

    double[] green() {
        return sums[1];
    }

    double[] blue() {
        return sums[2];
    }

    // A line of the source is cut into `side` cells. In units in which a source pixel is `side` long, a cell is
    // `pixels` long:
    // all bounds are whole numbers.

    private int first(int pixel, int pixels) {
        return (int) ((long) pixel * side / pixels);
    }

    private int last(int pixel, int pixels) {
        return (int) (((long) (pixel + 1) * side - 1) / pixels);
    }

    /** Which part of the cell the pixel covers. */
    private double share(int pixel, int pixels, int cell) {
        long start = Math.max((long) pixel * side, (long) cell * pixels);
        long end = Math.min((long) (pixel + 1) * side, (long) (cell + 1) * pixels);
        return (end - start) / (double) pixels;
    }
}
