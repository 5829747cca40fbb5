package ai.fomo.learning.image;

import java.util.Optional;

/** Decodes images to upright rows, of about the size that is needed where the format allows. */
public final class PixelDecoder {
    private PixelDecoder() {}

    /**
     * Decodes for scaling down to {@code side} pixels a side. An ordinary JPEG comes at as few eighths of its size, from one to four, as
     * leave no side of it below {@code side}; all else as {@link ImageDecoder#decode(byte[], int)} has it.
     *
     * @throws UnusableImageException as {@link ImageDecoder#decode(byte[])} does
     */
    public static PixelRows decode(byte[] image, int side) throws UnusableImageException {
        if (Signature.typeOf(image) == ImageType.JPEG) {
            Optional<ColourPlanes> reduced = ReducedJpeg.decode(image, side);
            if (reduced.isPresent()) {
                return reduced.get();
            }
        }
        return PixelRows.of(ImageDecoder.decode(image, side));
    }
}
