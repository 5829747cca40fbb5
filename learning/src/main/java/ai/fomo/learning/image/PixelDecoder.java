package ai.fomo.learning.image;

import java.util.Optional;
import java.util.function.Function;

/** Decodes images to upright rows, of about the size that is needed where the format allows. */
public final class PixelDecoder {
    private PixelDecoder() {}

    /**
     * Decodes for scaling down to {@code side} pixels a side. An ordinary JPEG comes at as few eighths of its size, from one to four, as
     * leave no side of it below {@code side}; all else as {@link ImageDecoder#decode(byte[], int)} has it.
     *
     * @param use makes something of the rows, which are decoded while it reads them. It is asked again, with other rows, where an image
     *     turns out to need another way of decoding; what it makes of the last ones counts
     * @throws UnusableImageException as {@link ImageDecoder#decode(byte[])} does
     */
    public static <T> T decode(byte[] image, int side, Function<PixelRows, T> use) throws UnusableImageException {
        if (Signature.typeOf(image) == ImageType.JPEG) {
            Optional<T> reduced = ReducedJpeg.read(image, side, use);
            if (reduced.isPresent()) {
                return reduced.get();
            }
        }
        return use.apply(PixelRows.of(ImageDecoder.decode(image, side)));
    }
}
