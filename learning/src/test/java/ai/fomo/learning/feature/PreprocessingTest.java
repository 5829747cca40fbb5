package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.image.PixelRows;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {
    private static final int SIDE = 224;
    private static final ImageLayout PLANES = new PlanesLayout();

    @Test
    void colourPlanesAreRedGreenBlueAndNormalised() {
        float[] input = new Preprocessing(SIDE, PixelScaling.CENTRED)
                .prepare(PixelRows.of(uniform(300, 100, 0xFF7F00)), PLANES);

        assertThat(input).hasSize(3 * SIDE * SIDE);
        assertThat(input[1000]).isCloseTo(1, within(1e-4f));
        assertThat(input[SIDE * SIDE + 1000]).isCloseTo(0, within(1e-4f));
        assertThat(input[2 * SIDE * SIDE + 1000]).isCloseTo(-127 / 128f, within(1e-4f));
    }

    @Test
    void vgg16SeesBlueFirstLessTheMeansOfImageNet() {
        float[] input = new Preprocessing(SIDE, PixelScaling.LESS_MEANS)
                .prepare(PixelRows.of(uniform(300, 100, 0xFF7F00)), PLANES);

        assertThat(input).hasSize(3 * SIDE * SIDE);
        assertThat(input[1000]).isCloseTo(-103.939f, within(1e-3f));
        assertThat(input[SIDE * SIDE + 1000]).isCloseTo(127 - 116.779f, within(1e-3f));
        assertThat(input[2 * SIDE * SIDE + 1000]).isCloseTo(255 - 123.68f, within(1e-3f));
    }

    @Test
    void asBytesAnImageIsTheSamePixelByPixel() {
        ActivationRange range = new ActivationRange(-1, 1);
        BufferedImage image = new BufferedImage(300, 260, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int i = 0; i < 300 * 260; i++) {
            image.setRGB(i % 300, i / 300, random.nextInt());
        }
        Preprocessing preprocessing = new Preprocessing(SIDE, PixelScaling.CENTRED);

        float[] planes = preprocessing.prepare(PixelRows.of(image), PLANES);
        float[] bytes = preprocessing.prepare(PixelRows.of(image), new BytesLayout(range));

        assertThat(bytes).hasSize(SIDE * SIDE);
        for (int i = 0; i < bytes.length; i++) {
            for (int colour = 0; colour < 3; colour++) {
                double whole = Math.rint(planes[colour * SIDE * SIDE + i] / range.scale());
                assertThat(((int) bytes[i] >> (8 * colour)) & 255)
                        .isEqualTo((int) whole + Byte.toUnsignedInt(range.zero()));
            }
        }
    }

    @Test
    void whatIsSaidOfItNamesOrderAndNumbers() {
        assertThat(new Preprocessing(SIDE, PixelScaling.CENTRED).inWords())
                .contains("(value - 127) / 128")
                .contains("red, green, blue:");
        assertThat(new Preprocessing(SIDE, PixelScaling.LESS_MEANS).inWords())
                .contains("103.939 of blue, 116.779 of green and 123.68 of red")
                .contains("blue, green, red:");
    }

    @ParameterizedTest
    @CsvSource({"224,224", "640,640", "333,500", "100,50", "1,1", "2000,3"})
    void whereALinearRampLiesItStays(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 255 / Math.max(1, width - 1)) << 16 | (y * 255 / Math.max(1, height - 1)));
            }
        }
        float[] input = new Preprocessing(SIDE, PixelScaling.CENTRED).prepare(PixelRows.of(image), PLANES);

        for (int at = 20; at < 200; at += 30) {
            double expected = width == 1 ? 0 : ((at + 0.5) * width / SIDE - 0.5) / (width - 1) * 255;
            if (width >= 100) {
                assertThat(input[100 * SIDE + at] * 128 + 127).isCloseTo((float) expected, within(1.5f));
            }
        }
        assertThat(input).doesNotContain(Float.NaN);
    }

    @Test
    void everyPixelOfALargeImageCounts() {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(896, 896, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 896; y++) {
            for (int x = 0; x < 896; x++) {
                image.setRGB(x, y, random.nextBoolean() ? 0xFFFFFF : 0);
            }
        }
        float[] input = new Preprocessing(SIDE, PixelScaling.CENTRED).prepare(PixelRows.of(image), PLANES);

        double squares = 0;
        for (float value : input) {
            squares += value * value / input.length;
        }
        // Noise of deviation 1 that is averaged over some 30 pixels; picking pixels would leave it at 1.
        assertThat(Math.sqrt(squares)).isBetween(0.1, 0.25);
    }

    private static BufferedImage uniform(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
