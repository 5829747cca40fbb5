package ai.fomo.learning.image;

import ai.fomo.learning.image.UnusableImageException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Tells an image's type by its first bytes; names and media types of callers are never believed. */
final class Signature {
    private static final Map<String, String> BRANDS = Map.of(
            "avif", "AVIF", "avis", "AVIF", "heic", "HEIC", "heix", "HEIC", "hevc", "HEIC", "heim", "HEIC", "mif1",
            "HEIF", "msf1", "HEIF");

    private Signature() {}

    static ImageType typeOf(byte[] image) throws UnusableImageException {
        String head = new String(image, 0, Math.min(image.length, 1024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return ImageType.JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return ImageType.PNG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return ImageType.GIF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return ImageType.WEBP;
        }
        throw refusal(head);
    }

    private static UnusableImageException refusal(String head) {
        if (head.isEmpty()) {
            return new UnusableImageException(Reason.UNREADABLE, "the file is empty");
        }
        String name = nameOf(head);
        if (name.isEmpty()) {
            return new UnusableImageException(Reason.UNREADABLE, "not an image: use JPEG, PNG, WebP or GIF");
        }
        return new UnusableImageException(
                Reason.UNSUPPORTED_TYPE, name + " images are not supported: convert it to JPEG, PNG, WebP or GIF");
    }

    private static String nameOf(String head) {
        if (head.startsWith("ftyp", 4) && head.length() >= 12) {
            return BRANDS.getOrDefault(head.substring(8, 12), "");
        }
        if (head.toLowerCase(Locale.ROOT).contains("<svg")) {
            return "SVG";
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return "TIFF";
        }
        if (head.startsWith("\u00ff\n") || head.startsWith("\0\0\0\fJXL ")) {
            return "JPEG XL";
        }
        if (head.startsWith("BM")) {
            return "BMP";
        }
        return head.startsWith("%PDF") ? "PDF" : "";
    }
}
