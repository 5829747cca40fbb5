package ai.fomo.domain.catalogue;

import java.util.Arrays;

/**
 * An image scaled to a few hundred numbers, whatever its shape: what is left of it after any scaling or recompression.
 *
 * @param pixels {@value #BYTES} unsigned bytes: luma 16 x 16, then blue and red chroma 8 x 8 each, row by row (full-range
 *     BT.601, as JPEG has it)
 */
public record Thumbnail(byte[] pixels) {
    public static final int LUMA_SIDE = 16;
    public static final int CHROMA_SIDE = 8;
    public static final int BYTES = LUMA_SIDE * LUMA_SIDE + 2 * CHROMA_SIDE * CHROMA_SIDE;

    /** How thumbnails are made and compared; fingerprints of another version are made again. */
    public static final int VERSION = 1;

    /**
     * Standard deviation of luma below which a thumbnail is plain. Recompression leaves about 1 on a plain square; the
     * faintest two of 12,679 covers and posters that show anything have 2.1 and 2.4, and their copies are all found.
     */
    private static final double PLAIN_DEVIATION = 1.75;

    public Thumbnail {
        if (pixels.length != BYTES) {
            throw new IllegalArgumentException("a thumbnail has " + BYTES + " bytes, was " + pixels.length);
        }
        pixels = pixels.clone();
    }

    @Override
    public byte[] pixels() {
        return pixels.clone();
    }

    /**
     * Whether there is too little in it to recognise a picture by: black and white squares, plain colours, and what noise
     * recompression leaves on them. Plain images have no hash, and resemble nothing.
     */
    public boolean isPlain() {
        return LumaSpectrum.of(this).deviation() < PLAIN_DEVIATION;
    }

    /** @throws IllegalStateException for a plain thumbnail: its hash would be noise */
    public PerceptualHash hash() {
        LumaSpectrum spectrum = LumaSpectrum.of(this);
        if (spectrum.deviation() < PLAIN_DEVIATION) {
            throw new IllegalStateException("a plain image has no perceptual hash: ask isPlain() first");
        }
        return spectrum.hash();
    }

    /** One unsigned byte, without the copy that {@link #pixels} makes. */
    int at(int index) {
        return pixels[index] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thumbnail thumbnail && Arrays.equals(pixels, thumbnail.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Thumbnail[" + Arrays.hashCode(pixels) + "]";
    }
}
