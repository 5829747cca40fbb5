package ai.fomo.learning.image;

import ai.fomo.learning.image.UnusableImageException.Reason;

/** Looks at an image without decoding it: type by content, size, and whether the file is whole. */
public final class ImageInspector {
    /** Beyond it an image is an attack or a mistake: decoded it would take more than 120 MB. */
    public static final long MAXIMUM_PIXELS = 40_000_000;

    private ImageInspector() {}

    /** @throws UnusableImageException if it is none of ours, has more than 40 megapixels, or ends too early */
    public static ImageInfo inspect(byte[] image) throws UnusableImageException {
        ImageType type = Signature.typeOf(image);
        ImageInfo info =
                Readers.read(image, type, reader -> new ImageInfo(type, reader.getWidth(0), reader.getHeight(0)));
        if ((long) info.width() * info.height() > MAXIMUM_PIXELS) {
            throw new UnusableImageException(
                    Reason.TOO_LARGE,
                    info.width() + " x " + info.height() + " pixels are more than 40 megapixels: scale it down");
        }
        if (!Completeness.isComplete(image, type)) {
            throw new UnusableImageException(Reason.TRUNCATED, "the " + type + " ends before its image does");
        }
        return info;
    }

    /**
     * The same, with the size that the image has once it stands as EXIF asks for: what people see, and what {@link ImageDecoder}
     * makes of it.
     */
    public static ImageInfo inspectUpright(byte[] image) throws UnusableImageException {
        ImageInfo stored = inspect(image);
        return stored.type() == ImageType.JPEG && Orientation.turnsWidthIntoHeight(Orientation.ofJpeg(image))
                ? new ImageInfo(stored.type(), /* width= */ stored.height(), /* height= */ stored.width())
                : stored;
    }
}
