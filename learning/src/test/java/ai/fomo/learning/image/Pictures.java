package ai.fomo.learning.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images made for tests. */
final class Pictures {
    private Pictures() {}

    /** Four quarters: red, green, below them blue, white. */
    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean right = x >= width / 2;
                int upper = right ? 0xFF00FF00 : 0xFFFF0000;
                int lower = right ? 0xFFFFFFFF : 0xFF0000FF;
                image.setRGB(x, y, y < height / 2 ? upper : lower);
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(int width, int height) {
        return encoded(quarters(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    }

    /** With an EXIF segment that says how the camera was held. */
    static byte[] jpeg(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        byte[] exif = {
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
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] result = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, result, 0, 2);
        System.arraycopy(exif, 0, result, 2, exif.length);
        System.arraycopy(jpeg, 2, result, 2 + exif.length, jpeg.length - 2);
        return result;
    }

    /** A PNG that says that it is larger than it is. */
    static byte[] pngClaiming(int width, int height) {
        byte[] png = encoded(quarters(4, 4, BufferedImage.TYPE_INT_RGB), "png");
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    static byte[] firstHalf(byte[] image) {
        return Arrays.copyOf(image, image.length / 2);
    }

    static byte[] resource(String name) {
        try (InputStream input = Pictures.class.getResourceAsStream("/images/" + name)) {
            if (input == null) {
                throw new IllegalArgumentException("no image " + name);
            }
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
