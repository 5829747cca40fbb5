package ai.fomo.domain.catalogue;

import java.util.Random;

/** Thumbnails drawn for tests. */
public final class DrawnThumbnails {
    private static final int SIDE = Thumbnail.LUMA_SIDE;
    private static final int CHROMA = Thumbnail.CHROMA_SIDE;

    private DrawnThumbnails() {}

    /** Soft blobs of brightness and colour, as scaled-down pictures have them; different for each seed. */
    public static Thumbnail picture(long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[Thumbnail.BYTES];
        double[][] waves = new double[12][];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = new double[] {
                random.nextGaussian() * 18, random.nextInt(7), random.nextInt(7), random.nextDouble() * Math.PI
            };
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double value = 128;
                for (double[] wave : waves) {
                    value += wave[0] * Math.cos((wave[1] * x + wave[2] * y) * Math.PI / SIDE + wave[3]);
                }
                pixels[y * SIDE + x] = clamped(value);
            }
        }
        for (int plane = 0; plane < 2; plane++) {
            double slope = random.nextGaussian() * 5;
            for (int i = 0; i < CHROMA * CHROMA; i++) {
                pixels[SIDE * SIDE + plane * CHROMA * CHROMA + i] = clamped(128 + slope * (i % CHROMA - 2));
            }
        }
        return new Thumbnail(pixels);
    }

    public static Thumbnail plain(int luma, int noise, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[Thumbnail.BYTES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = clamped((i < SIDE * SIDE ? luma : 128) + random.nextInt(2 * noise + 1) - noise);
        }
        return new Thumbnail(pixels);
    }

    /** With every value moved by up to that much. */
    public static Thumbnail noisy(Thumbnail thumbnail, int most, long seed) {
        Random random = new Random(seed);
        byte[] pixels = thumbnail.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = clamped((pixels[i] & 0xFF) + random.nextInt(2 * most + 1) - most);
        }
        return new Thumbnail(pixels);
    }

    public static Thumbnail mirrored(Thumbnail thumbnail) {
        byte[] pixels = thumbnail.pixels();
        byte[] mirrored = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int side = i < SIDE * SIDE ? SIDE : CHROMA;
            int x = i % side;
            mirrored[i - x + side - 1 - x] = pixels[i];
        }
        return new Thumbnail(mirrored);
    }

    /** Luma scaled about grey: contrast. */
    public static Thumbnail withContrast(Thumbnail thumbnail, double factor) {
        byte[] pixels = thumbnail.pixels();
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels[i] = clamped(128 + factor * ((pixels[i] & 0xFF) - 128));
        }
        return new Thumbnail(pixels);
    }

    private static byte clamped(double value) {
        return (byte) Math.min(255, Math.max(0, Math.round(value)));
    }
}
