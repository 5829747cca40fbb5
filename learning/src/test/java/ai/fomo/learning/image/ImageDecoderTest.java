package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static final String RGB = "RGBW";

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void thePixelsAreThoseOfThePicture(String format) throws Exception {
        byte[] image = Pictures.encoded(Pictures.quarters(32, 16, BufferedImage.TYPE_INT_RGB), format);
        BufferedImage decoded = ImageDecoder.decode(image);

        assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(decoded.getWidth()).isEqualTo(32);
        assertThat(corners(decoded)).isEqualTo(RGB);
    }

    /** Corners clockwise would be harder to read: upper left, upper right, lower left, lower right. */
    @ParameterizedTest
    @CsvSource({"1,RGBW", "2,GRWB", "3,WBGR", "4,BWRG", "5,RBGW", "6,BRWG", "7,WGBR", "8,GWRB"})
    void aJpegIsTurnedAsItsOrientationSays(int orientation, String corners) throws Exception {
        BufferedImage decoded = ImageDecoder.decode(Pictures.jpeg(64, 32, orientation));

        assertThat(corners(decoded)).isEqualTo(corners);
        assertThat(decoded.getWidth()).isEqualTo(orientation < 5 ? 64 : 32);
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFFFF0000);
        image.setRGB(1, 0, 0x80FF0000);

        BufferedImage decoded = ImageDecoder.decode(Pictures.encoded(image, "png"));

        assertThat(new Color(decoded.getRGB(0, 0))).isEqualTo(Color.RED);
        assertThat(new Color(decoded.getRGB(1, 0)).getGreen()).isBetween(126, 128);
        assertThat(new Color(decoded.getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey.png", "grey-alpha.png", "grey-16.png", "grey.jpg"})
    void greyStaysAsBrightAsItIs(String name) throws Exception {
        BufferedImage decoded = ImageDecoder.decode(Pictures.resource(name));

        assertThat(new Color(decoded.getRGB(3, 3)).getRed()).isBetween(99, 101);
    }

    @Test
    void theColoursOfCmykAreRight() throws Exception {
        BufferedImage decoded = ImageDecoder.decode(Pictures.resource("cmyk.jpg"));

        assertThat(corners(decoded)).isEqualTo(RGB);
    }

    @Test
    void webpIsRead() throws Exception {
        assertThat(corners(ImageDecoder.decode(Pictures.resource("quarters.webp"))))
                .isEqualTo(RGB);
        assertThat(ImageInspector.inspect(Pictures.resource("quarters.webp")).type())
                .isEqualTo(ImageType.WEBP);
    }

    @Test
    void ofALargeImageOnlyAsMuchIsKeptAsTheTargetNeeds() throws Exception {
        BufferedImage decoded = ImageDecoder.decode(Pictures.jpeg(1000, 900), 100);

        assertThat(decoded.getWidth()).isEqualTo(500);
        assertThat(decoded.getHeight()).isEqualTo(450);
        assertThat(corners(decoded)).isEqualTo(RGB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void damagedImagesAreReadOrRefusedAndNothingElse(String format) {
        byte[] image = Pictures.encoded(Pictures.quarters(40, 30, BufferedImage.TYPE_INT_RGB), format);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] damaged = image.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(image.length)] = (byte) random.nextInt();
            }
            try {
                ImageDecoder.decode(damaged);
            } catch (UnusableImageException e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(20, 500);
    }

    @Test
    void aTruncatedImageIsRefused() {
        byte[] webp = Pictures.resource("quarters.webp");

        assertThatThrownBy(() -> ImageDecoder.decode(Pictures.firstHalf(webp)))
                .isInstanceOf(UnusableImageException.class);
        assertThatThrownBy(() -> ImageDecoder.decode(Pictures.firstHalf(Pictures.jpeg(300, 200))))
                .isInstanceOf(UnusableImageException.class);
    }

    private static String corners(BufferedImage image) {
        int right = image.getWidth() - 2;
        int bottom = image.getHeight() - 2;
        return "" + name(image.getRGB(1, 1)) + name(image.getRGB(right, 1)) + name(image.getRGB(1, bottom))
                + name(image.getRGB(right, bottom));
    }

    private static char name(int rgb) {
        Color color = new Color(rgb);
        boolean red = color.getRed() > 128;
        boolean green = color.getGreen() > 128;
        boolean blue = color.getBlue() > 128;
        if (red && green && blue) {
            return 'W';
        }
        if ((red ? 1 : 0) + (green ? 1 : 0) + (blue ? 1 : 0) != 1) {
            return '?';
        }
        if (red) {
            return 'R';
        }
        return green ? 'G' : 'B';
    }
}
