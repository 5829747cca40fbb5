package ai.fomo.learning.image;

import ai.fomo.learning.image.UnusableImageException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** Decodes images to upright RGB pixels ({@link BufferedImage#TYPE_3BYTE_BGR}), transparency on white. */
public final class ImageDecoder {
    private ImageDecoder() {}

    /** @throws UnusableImageException as {@link ImageInspector#inspect} does, and if decoding fails or falls short */
    public static BufferedImage decode(byte[] image) throws UnusableImageException {
        return decode(image, Integer.MAX_VALUE / 4);
    }

    /**
     * Decodes for scaling down to about {@code target} pixels a side. Of a large image it keeps every n-th pixel, so that
     * memory stays small, and at least four times the target: averaging those leaves no visible aliasing.
     */
    public static BufferedImage decode(byte[] image, int target) throws UnusableImageException {
        ImageInfo info = ImageInspector.inspect(image);
        int step = Math.max(1, Math.min(info.width(), info.height()) / (4 * target));
        BufferedImage rgb = Readers.read(image, info.type(), reader -> onWhite(readFirst(reader, info.type(), step)));
        return info.type() == ImageType.JPEG ? Orientation.upright(rgb, Orientation.ofJpeg(image)) : rgb;
    }

    private static BufferedImage readFirst(ImageReader reader, ImageType type, int step)
            throws java.io.IOException, UnusableImageException {
        AtomicReference<@Nullable String> truncation = new AtomicReference<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            // The decoder's words: "Premature end of JPEG file", "premature end of data segment".
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                truncation.set(warning);
            }
        });
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, parameters);
        if (truncation.get() != null) {
            throw new UnusableImageException(
                    Reason.TRUNCATED, "the " + type + " ends before its image does: " + truncation.get());
        }
        return image;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        if (image.getRaster().getNumBands() == 2) {
            greyWithAlpha(image.getRaster(), rgb);
            return rgb;
        }
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return rgb;
    }

    /** By hand: Java takes such an image's grey for linear light and brightens it. */
    private static void greyWithAlpha(Raster source, BufferedImage target) {
        int maximum = (1 << source.getSampleModel().getSampleSize(0)) - 1;
        int width = target.getWidth();
        int[] row = new int[2 * width];
        for (int y = 0; y < target.getHeight(); y++) {
            source.getPixels(source.getMinX(), source.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                float alpha = row[2 * x + 1] / (float) maximum;
                int grey = Math.round(255 * (1 - alpha + alpha * row[2 * x] / maximum));
                target.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
    }
}
