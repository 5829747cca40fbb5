package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.learning.image.JpegEncoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What is sent for a cover, in the format, or with the damage, that its flaw says. */
final class CoverFile {
    /** As the covers of the demo are encoded, so that a flawless one is what {@code CoverRendering} makes. */
    private static final float QUALITY = 0.88f;

    private static final byte[] PAGE =
            "<!DOCTYPE html><title>Moved</title><p>This image has moved.</p>".getBytes(UTF_8);
    /** Big-endian TIFF with one entry: orientation 6, the camera was turned to the left. */
    private static final byte[] EXIF = {
        (byte) 0xFF,
        (byte) 0xE1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0,
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        6,
        0,
        0,
        0,
        0,
        0,
        0
    };

    private CoverFile() {}

    static byte[] of(OfferedAlbum album, CoverStyle style, int size) {
        if (album.has(Flaw.NOT_AN_IMAGE)) {
            return PAGE.clone();
        }
        BufferedImage image = style.image(album.album(), size);
        if (album.has(Flaw.WEBP)) {
            return PlainWebp.encode(image);
        }
        if (album.has(Flaw.CMYK)) {
            return CmykJpeg.encode(image);
        }
        byte[] jpeg = JpegEncoder.encode(image, QUALITY);
        if (album.has(Flaw.TRUNCATED_IMAGE)) {
            return Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
        }
        return album.has(Flaw.ROTATED) ? withSegment(jpeg, EXIF) : jpeg;
    }

    /** The JPEG with one more segment at its beginning. */
    static byte[] withSegment(byte[] jpeg, byte[] segment) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream(jpeg.length + segment.length);
        longer.write(jpeg, 0, 2);
        longer.writeBytes(segment);
        longer.write(jpeg, 2, jpeg.length - 2);
        return longer.toByteArray();
    }
}
