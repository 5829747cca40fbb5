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
