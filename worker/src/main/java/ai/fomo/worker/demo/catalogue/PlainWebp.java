package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * WebP in its lossless form, at its simplest: each channel is on or off, which costs one bit, so a picture has eight
 * colours. The JDK writes no WebP, and what is needed of one here is that it is valid and not like another.
 */
final class PlainWebp {
    private static final int SIGNATURE = 0x2F;
    private static final int HALF = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private PlainWebp() {}

    static byte[] encode(BufferedImage image) {
        PlainWebp webp = new PlainWebp();
        webp.header(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                webp.put(rgb >> 8 & HALF, rgb >> 16 & HALF, rgb & HALF);
            }
        }
        webp.bits(0, 7);
        return contained(webp.bytes.toByteArray());
    }

    private void header(int width, int height) {
        bits(SIGNATURE, 8);
        bits(width - 1, 14);
        bits(height - 1, 14);
        bits(0, 4); // no transparency, version 0
        bits(0, 3); // no transform, no colour cache, one set of codes
        for (int channel = 0; channel < 3; channel++) {
            bits(0b011, 3); // a simple code of two symbols, the first of which has one bit
            bits(0, 1);
            bits(0xFF, 8);
        }
        bits(0b101, 3); // transparency: one symbol of eight bits, which then costs nothing
        bits(0xFF, 8);
        bits(0b0001, 4); // distances, of which there are none: one symbol of one bit
    }

    private void put(int green, int red, int blue) {
        bits(green == 0 ? 0 : 1, 1);
        bits(red == 0 ? 0 : 1, 1);
        bits(blue == 0 ? 0 : 1, 1);
    }

    private void bits(int value, int count) {
        pending |= value << pendingBits;
        pendingBits += count;
        while (pendingBits >= 8) {
            bytes.write(pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    private static byte[] contained(byte[] image) {
        int padding = image.length % 2;
        return ByteBuffer.allocate(20 + image.length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(12 + image.length + padding)
                .put("WEBPVP8L".getBytes(US_ASCII))
                .putInt(image.length)
                .put(image)
                .array();
    }
}
