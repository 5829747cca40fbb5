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
}
