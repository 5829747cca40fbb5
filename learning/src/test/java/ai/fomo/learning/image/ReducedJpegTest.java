package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files {@code waves-*.jpg}, 101 x 83 pixels, were written by Pillow. */
class ReducedJpegTest {
    @ParameterizedTest
    @CsvSource({
        "waves-444.jpg,4", "waves-444.jpg,3", "waves-444.jpg,2", "waves-444.jpg,1",
        "waves-422.jpg,4", "waves-422.jpg,3", "waves-422.jpg,2", "waves-422.jpg,1",
        "waves-420.jpg,4", "waves-420.jpg,3", "waves-420.jpg,2", "waves-420.jpg,1",
        "waves-restarts.jpg,4", "waves-restarts.jpg,3", "waves-optimised.jpg,4", "waves-srgb.jpg,4"
    })
    void eachPixelIsTheMeanOfThoseItStandsFor(String name, int eighths) throws Exception {
        byte[] jpeg = Pictures.resource(name);

        Rows reduced = decode(jpeg, 83 * eighths / 8).orElseThrow();

        assertThat(reduced.width()).isEqualTo((101 * eighths + 7) / 8);
        assertThat(reduced.height()).isEqualTo((83 * eighths + 7) / 8);
        // ImageIO smooths colours between their pixels, which are twice as far apart, and rounds.
        assertThat(difference(reduced, ImageDecoder.decode(jpeg), 8.0 / eighths))
                .isLessThan(1.5);
    }

    /** Of 70 rows the last ones are not those of a whole block. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aReducedJpegIsTurnedAsItsOrientationSays(int orientation) throws Exception {
        byte[] jpeg = Pictures.jpeg(100, 70, orientation);

        Rows reduced = decode(jpeg, 35).orElseThrow();

        assertThat(difference(reduced, ImageDecoder.decode(jpeg), 2.0)).isLessThan(3);
        assertThat(PixelDecoder.decode(jpeg, 35, Rows::of)).isEqualTo(reduced);
        assertThat(Math.min(reduced.width(), reduced.height())).isEqualTo(35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waves-progressive.jpg", "cmyk.jpg", "grey.jpg", "grey.png"})
    void whatIsNoOrdinaryJpegIsLeftToImageIo(String name) {
        assertThat(decode(Pictures.resource(name), 1)).isEmpty();
    }

    @Test
    void aProfileThatIsNotSrgbIsLeftToImageIo() {
        byte[] jpeg = Pictures.resource("waves-srgb.jpg");
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        byte[] other =
                text.replace("s\0R\0G\0B", "w\0R\0G\0B").replace("sRGB", "wRGB").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(decode(jpeg, 40)).isPresent();
        assertThat(decode(other, 40)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10,8", "447,5", "448,4", "597,4", "598,3", "640,3", "895,3", "896,2", "1791,2", "1792,1", "40000,1"})
    void noSideFallsBelowWhatIsNeeded(int shorter, int eighths) {
        assertThat(ReducedJpeg.eighths(shorter, 224)).isEqualTo(eighths);
    }

    @Test
    void whatIsBarelySmallerIsLeftToImageIo() throws Exception {
        byte[] jpeg = Pictures.resource("waves-444.jpg");

        assertThat(decode(jpeg, 41)).isPresent();
        assertThat(decode(jpeg, 42)).isEmpty();
    }

    @Test
    void moreThanFortyMegapixelsAreRefusedBeforeTheyAreDecoded() throws Exception {
        byte[] jpeg = Pictures.resource("waves-444.jpg");
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        for (int i = frame + 5; i < frame + 9; i++) {
            jpeg[i] = 0x7F;
        }

        assertThat(decode(jpeg, 40)).isEmpty();
        assertThatExceptionOfType(UnusableImageException.class)
                .isThrownBy(() -> PixelDecoder.decode(jpeg, 40, Rows::of))
                .withMessageContaining("40 megapixels");
    }

    @Test
    void aJpegThatEndsTooEarlyIsLeftToImageIo() {
        byte[] jpeg = Pictures.resource("waves-restarts.jpg");
        for (int length = 0; length < jpeg.length - 2; length++) {
            byte[] cut = Arrays.copyOf(jpeg, length + 2);
            cut[length] = (byte) 0xFF;
            cut[length + 1] = (byte) 0xD9;

            assertThat(decode(cut, 40)).as("the first %d bytes", length).isEmpty();
            assertThat(decode(Arrays.copyOf(jpeg, length), 40)).isEmpty();
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
            boolean isTaken = decode(damaged, 40).isPresent();
            taken += isTaken ? 1 : 0;
            if (refusal.equals(Optional.of(UnusableImageException.Reason.TRUNCATED))) {
                assertThat(isTaken).as("damage %d", i).isFalse();
            }
        }

        assertThat(taken).isBetween(1, 390);
    }

    @Test
    void whoReadsNoRowIsToldOfDamageAllTheSame() {
        byte[] jpeg = Pictures.resource("waves-restarts.jpg");
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length - 40);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;

        assertThat(ReducedJpeg.read(jpeg, 40, PixelRows::width)).contains(51);
        assertThat(ReducedJpeg.read(cut, 40, PixelRows::width)).isEmpty();
    }

    @Test
    void aJpegThatTurnsOutToBeDamagedIsReadAgainByImageIo() throws Exception {
        byte[] jpeg = Pictures.resource("waves-444.jpg");
        // Bytes too many at the end of its data: ImageIO does not mind.
        byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 3);
        System.arraycopy(jpeg, jpeg.length - 2, longer, jpeg.length + 1, 2);
        Arrays.fill(longer, jpeg.length - 2, jpeg.length + 1, (byte) 0x55);
        List<Integer> widths = new ArrayList<>();

        Rows rows = PixelDecoder.decode(longer, 40, read -> {
            widths.add(read.width());
            return Rows.of(read);
        });

        assertThat(widths).containsExactly(51, 101);
        assertThat(rows.width()).isEqualTo(101);
    }

    private static Optional<Rows> decode(byte[] jpeg, int side) {
        return ReducedJpeg.read(jpeg, side, Rows::of);
    }

    /** All rows, of red, green and blue each. */
    private record Rows(int width, List<List<Float>> values) {
        static Rows of(PixelRows rows) {
            List<List<Float>> values = new ArrayList<>();
            float[][] rgb = new float[3][rows.width()];
            for (int y = 0; y < rows.height(); y++) {
                rows.read(y, rgb);
                for (float[] colour : rgb) {
                    values.add(IntStream.range(0, colour.length)
                            .mapToObj(x -> colour[x])
                            .toList());
                }
            }
            return new Rows(rows.width(), values);
        }

        int height() {
            return values.size() / 3;
        }

        float value(int x, int y, int colour) {
            return values.get(3 * y + colour).get(x);
        }
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

    /** Mean over all pixels whose share of the whole picture, squares of {@code extent}, is all within it. */
    private static double difference(Rows reduced, BufferedImage whole, double extent) {
        double sum = 0;
        int width = (int) (whole.getWidth() / extent);
        int height = (int) (whole.getHeight() / extent);
        assertThat(reduced.width()).isCloseTo(width, within(1));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    sum += Math.abs(reduced.value(x, y, channel)
                            - mean(whole, x * extent, y * extent, extent, 16 - 8 * channel));
                }
            }
        }
        return sum / (3.0 * width * height);
    }

    /** Over a square, of which pixels at the edge count as far as they lie in it. */
    private static double mean(BufferedImage image, double left, double top, double extent, int shift) {
        double sum = 0;
        for (int y = (int) top; y < Math.min(top + extent, image.getHeight()); y++) {
            double down = Math.min(y + 1, top + extent) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(left + extent, image.getWidth()); x++) {
                double across = Math.min(x + 1, left + extent) - Math.max(x, left);
                sum += down * across * (image.getRGB(x, y) >> shift & 0xFF);
            }
        }
        return sum / (extent * extent);
    }
}
