package ai.fomo.learning.image;

import java.util.Optional;

/** Decodes images to upright rows, of about the size that is needed where the format allows. */
public final class PixelDecoder {
    private PixelDecoder() {}

    /**
     * Decodes for scaling down to {@code side} pixels a side. An ordinary JPEG comes at a half, a quarter or an eighth of
     * its size, as long as no side of it falls below {@code side}; all else as {@link ImageDecoder#decode(byte[], int)} has it.
     *
     * @throws UnusableImageException as {@link ImageDecoder#decode(byte[])} does
     */
    public static PixelRows decode(byte[] image, int side) throws UnusableImageException {
        ImageInfo info = ImageInspector.inspect(image);
        if (info.type() == ImageType.JPEG) {
            Optional<ColourPlanes> reduced = ReducedJpeg.decode(image, side);
            if (reduced.isPresent()) {
                return reduced.get().upright(Orientation.ofJpeg(image));
            }
        }
        return PixelRows.of(ImageDecoder.decode(image, side, info));
    }
}
