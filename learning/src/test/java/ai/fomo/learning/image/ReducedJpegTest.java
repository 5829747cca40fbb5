package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files {@code waves-*.jpg}, 101 x 83 pixels, were written by Pillow. */
class ReducedJpegTest {
    @ParameterizedTest
    @CsvSource({
        "waves-444.jpg,2", "waves-444.jpg,4", "waves-444.jpg,8",
        "waves-422.jpg,2", "waves-422.jpg,4", "waves-422.jpg,8",
        "waves-420.jpg,2", "waves-420.jpg,4", "waves-420.jpg,8",
        "waves-restarts.jpg,2", "waves-optimised.jpg,2", "waves-srgb.jpg,2"
    })
    void eachPixelIsTheMeanOfThoseItStandsFor(String name, int reduction) throws Exception {
        byte[] jpeg = Pictures.resource(name);

        ColourPlanes reduced = ReducedJpeg.decode(jpeg, 83 / reduction).orElseThrow();

        assertThat(reduced.width()).isEqualTo((101 + reduction - 1) / reduction);
        assertThat(reduced.height()).isEqualTo((83 + reduction - 1) / reduction);
        // ImageIO smooths colours between their pixels, which are twice as far apart, and rounds.
        assertThat(difference(reduced, ImageDecoder.decode(jpeg), reduction)).isLessThan(1.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aReducedJpegIsTurnedAsItsOrientationSays(int orientation) throws Exception {
        byte[] jpeg = Pictures.jpeg(100, 64, orientation);

        PixelRows reduced = PixelDecoder.decode(jpeg, 32);

        assertThat(reduced).isInstanceOf(ColourPlanes.class);
        assertThat(difference(reduced, ImageDecoder.decode(jpeg), 2)).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waves-progressive.jpg", "cmyk.jpg", "grey.jpg", "grey.png"})
    void whatIsNoOrdinaryJpegIsLeftToImageIo(String name) {
        assertThat(ReducedJpeg.decode(Pictures.resource(name), 1)).isEmpty();
    }

    @Test
    void aProfileThatIsNotSrgbIsLeftToImageIo() {
        byte[] jpeg = Pictures.resource("waves-srgb.jpg");
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        byte[] other =
                text.replace("s\0R\0G\0B", "w\0R\0G\0B").replace("sRGB", "wRGB").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ReducedJpeg.decode(jpeg, 40)).isPresent();
        assertThat(ReducedJpeg.decode(other, 40)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"447,1", "448,2", "640,2", "895,2", "896,4", "1791,4", "1792,8", "40000,8", "10,1"})
    void noSideFallsBelowWhatIsNeeded(int shorter, int reduction) {
        assertThat(ReducedJpeg.reduction(shorter, 224)).isEqualTo(reduction);
    }

    @Test
    void aJpegThatEndsTooEarlyIsLeftToImageIo() {
        byte[] jpeg = Pictures.resource("waves-restarts.jpg");
        for (int length = 0; length < jpeg.length - 2; length++) {
            byte[] cut = Arrays.copyOf(jpeg, length + 2);
            cut[length] = (byte) 0xFF;
            cut[length + 1] = (byte) 0xD9;

            assertThat(ReducedJpeg.decode(cut, 40))
                    .as("the first %d bytes", length)
                    .isEmpty();
            assertThat(ReducedJpeg.decode(Arrays.copyOf(jpeg, length), 40)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"waves-444.jpg", "waves-420.jpg", "waves-restarts.jpg", "waves-srgb.jpg"})
    void whatImageIoFindsTruncatedIsNeverTaken(String name) {
        byte[] jpeg = Pictures.resource(name);
        Random random = new Random(1);
        int taken = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = damaged(jpeg, random);
            Optional<UnusableImageException.Reason> refusal = refusal(damaged);
            boolean isTaken = ReducedJpeg.decode(damaged, 40).isPresent();
            taken += isTaken ? 1 : 0;
            if (refusal.equals(Optional.of(UnusableImageException.Reason.TRUNCATED))) {
                assertThat(isTaken).as("damage %d", i).isFalse();
            }
        }

        assertThat(taken).isBetween(1, 390);
    }

    private static byte[] damaged(byte[] jpeg, Random random) {
        byte[] damaged = jpeg.clone();
        if (random.nextBoolean()) {
            int removed = 1 + random.nextInt(40);
            int at = random.nextInt(jpeg.length - removed);
            System.arraycopy(jpeg, at + removed, damaged, at, jpeg.length - at - removed);
            return Arrays.copyOf(damaged, jpeg.length - removed);
        }
        for (int k = random.nextInt(3); k >= 0; k--) {
            damaged[random.nextInt(jpeg.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private static Optional<UnusableImageException.Reason> refusal(byte[] image) {
        try {
            ImageDecoder.decode(image);
            return Optional.empty();
        } catch (UnusableImageException e) {
            return Optional.of(e.reason());
        }
    }

    /** Mean over all whole squares. */
    private static double difference(PixelRows reduced, BufferedImage whole, int n) {
        float[][] rgb = new float[3][reduced.width()];
        double sum = 0;
        int width = whole.getWidth() / n;
        int height = whole.getHeight() / n;
        assertThat(reduced.width()).isCloseTo(width, within(1));
        for (int y = 0; y < height; y++) {
            reduced.read(y, rgb);
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int total = 0;
                    for (int pixel : whole.getRGB(x * n, y * n, n, n, null, 0, n)) {
                        total += pixel >> (16 - 8 * channel) & 0xFF;
                    }
                    sum += Math.abs(rgb[channel][x] - (double) total / (n * n));
                }
            }
        }
        return sum / (3.0 * width * height);
    }
}
