package ai.fomo.learning.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Whether an image's file goes on to its end, from its structure alone.
 *
 * <p>Decoders fill what is missing with grey and say nothing, so a half-transferred cover would become training data.
 */
final class Completeness {
    private static final int START_OF_SCAN = 0xDA;
    private static final int PNG_END = 0x49454E44;

    private Completeness() {}

    static boolean isComplete(byte[] image, ImageType type) {
        return switch (type) {
            case JPEG -> jpeg(image);
            case PNG -> png(ByteBuffer.wrap(image));
            case WEBP -> webp(image);
            case GIF -> true; // Only its first frame is read; a missing end of that one fails in decoding.
        };
    }

    /** Walks the segments to the first scan: a thumbnail inside a segment has an end marker of its own. */
    private static boolean jpeg(byte[] image) {
        int at = 2;
        while (at + 4 <= image.length) {
            if ((image[at] & 0xFF) != 0xFF) {
                return true; // Not the structure we know; decoding decides.
            }
            int marker = image[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            at += 2;
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                continue; // Markers without a segment.
            }
            at += ((image[at] & 0xFF) << 8) | (image[at + 1] & 0xFF);
            if (marker == START_OF_SCAN) {
                return hasEndMarker(image, at);
            }
        }
        return false;
    }

    private static boolean hasEndMarker(byte[] image, int from) {
        for (int i = image.length - 2; i >= from; i--) {
            if (image[i] == (byte) 0xFF && image[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }

    private static boolean png(ByteBuffer chunks) {
        chunks.position(8);
        while (chunks.remaining() >= 12) {
            int length = chunks.getInt();
            int type = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - 4) {
                return false;
            }
            if (type == PNG_END) {
                return true;
            }
            chunks.position(chunks.position() + length + 4);
        }
        return false;
    }

    private static boolean webp(byte[] image) {
        if (image.length < 12) {
            return false;
        }
        long declared = Integer.toUnsignedLong(
                ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        return image.length >= declared + 8;
    }
}
