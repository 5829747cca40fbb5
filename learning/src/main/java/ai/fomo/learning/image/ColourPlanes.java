package ai.fomo.learning.image;

/** A picture as JPEG has it: rows of brightness and of two differences of colour (YCbCr as in JFIF), 0 to 255, not rounded. */
record ColourPlanes(int width, int height, float[][] luma, float[][] blueness, float[][] redness) implements PixelRows {
    @Override
    public void read(int y, float[][] rgb) {
        red(luma[y], redness[y], rgb[0], width);
        green(luma[y], blueness[y], redness[y], rgb[1], width);
        blue(luma[y], blueness[y], rgb[2], width);
    }

    // A loop for each colour, and one index for all arrays: of these C2 makes vector instructions.

    private static void red(float[] luma, float[] redness, float[] red, int width) {
        for (int x = 0; x < width; x++) {
            red[x] = Math.min(255f, Math.max(0f, luma[x] + 1.402f * (redness[x] - 128)));
        }
    }

    private static void green(float[] luma, float[] blueness, float[] redness, float[] green, int width) {
        for (int x = 0; x < width; x++) {
            float difference = 0.344136f * (blueness[x] - 128) + 0.714136f * (redness[x] - 128);
            green[x] = Math.min(255f, Math.max(0f, luma[x] - difference));
        }
    }

    private static void blue(float[] luma, float[] blueness, float[] blue, int width) {
        for (int x = 0; x < width; x++) {
            blue[x] = Math.min(255f, Math.max(0f, luma[x] + 1.772f * (blueness[x] - 128)));
        }
    }

    /** @param top the row of {@code all} that the first one of these becomes */
    void copyTo(ColourPlanes all, int top) {
        for (int y = 0; y < height; y++) {
            System.arraycopy(luma[y], 0, all.luma[top + y], 0, width);
            System.arraycopy(blueness[y], 0, all.blueness[top + y], 0, width);
            System.arraycopy(redness[y], 0, all.redness[top + y], 0, width);
        }
    }

    /** The rows above. */
    ColourPlanes cut(int height) {
        return new ColourPlanes(width, height, luma, blueness, redness);
    }

    /** @param orientation 2 to 8, as EXIF counts them */
    ColourPlanes upright(int orientation) {
        boolean turned = orientation >= 5;
        return new ColourPlanes(
                turned ? height : width,
                turned ? width : height,
                upright(luma, orientation),
                upright(blueness, orientation),
                upright(redness, orientation));
    }

    private float[][] upright(float[][] plane, int orientation) {
        boolean turned = orientation >= 5;
        float[][] upright = new float[turned ? width : height][turned ? height : width];
        int right = width - 1;
        int bottom = height - 1;
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
