package ai.fomo.learning.image;

/**
 * A picture that lies otherwise in its file than it is looked at. All of it is in memory, since its first row may be made of all others.
 *
 * @param colours red, green and blue, an array a row
 */
record TurnedRows(int width, int height, float[][][] colours) implements PixelRows {
    private static final int COLOURS = 3;

    /** @param orientation 2 to 8, as EXIF counts them */
    static TurnedRows of(PixelRows lying, int orientation) {
        float[][][] colours = new float[COLOURS][lying.height()][lying.width()];
        for (int y = 0; y < lying.height(); y++) {
            lying.read(y, new float[][] {colours[0][y], colours[1][y], colours[2][y]});
        }
        for (int colour = 0; colour < COLOURS; colour++) {
            colours[colour] = upright(colours[colour], orientation);
        }
        boolean side = isOnItsSide(orientation);
        return new TurnedRows(side ? lying.height() : lying.width(), side ? lying.width() : lying.height(), colours);
    }

    @Override
    public void read(int y, float[][] rgb) {
        for (int colour = 0; colour < COLOURS; colour++) {
            System.arraycopy(colours[colour][y], 0, rgb[colour], 0, width);
        }
    }

    private static boolean isOnItsSide(int orientation) {
        return orientation >= 5;
    }

    private static float[][] upright(float[][] plane, int orientation) {
        int right = plane[0].length - 1;
        int bottom = plane.length - 1;
        float[][] upright =
                isOnItsSide(orientation) ? new float[right + 1][bottom + 1] : new float[bottom + 1][right + 1];
        for (int y = 0; y < upright.length; y++) {
            for (int x = 0; x < upright[y].length; x++) {
                upright[y][x] = switch (orientation) {
                    case 2 -> plane[y][right - x];
                    case 3 -> plane[bottom - y][right - x];
                    case 4 -> plane[bottom - y][x];
                    case 5 -> plane[x][y];
                    case 6 -> plane[bottom - x][y];
                    case 7 -> plane[bottom - x][right - y];
                    case 8 -> plane[x][right - y];
                    default -> throw new IllegalArgumentException("orientation " + orientation);
                };
            }
        }
        return upright;
    }
}
