package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BytesLayoutTest {
    /** Steps of 1/128 exactly, zero 127. */
    private static final BytesLayout BINARY = new BytesLayout(new ActivationRange(-127 / 128f, 1));

    @Test
    void halvesGoToTheEvenNumberAndWhatLiesOutsideIsCutOff() {
        float[] numbers = {0.5f, 1.5f, -0.5f, -1.5f, 2.25f, -2.75f, 127.5f, 129, 128, -127, -128, -127.5f};
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= 128;
        }

        assertThat(bytes(numbers)).containsExactly(127, 129, 127, 125, 129, 124, 255, 255, 255, 0, 0, 0);
        assertThat(bytes(30_000, -30_000, 1, -1, 2, -2, 1000, -1000, 0))
                .containsExactly(255, 0, 255, 0, 255, 0, 255, 0, 127);
    }

    @Test
    void everyPixelIsOneNumberOfThreeBytes() {
        float[] image = new float[BINARY.size(2)];

        BINARY.put(new float[][] {{-127 / 128f, -126 / 128f}, {0, 1 / 128f}, {1, 127 / 128f}}, 1, image);

        assertThat(image).containsExactly(0, 0, 127 * 256 + 255 * 65_536, 1 + 128 * 256 + 254 * 65_536);
        assertThat(BINARY.zeros()).isEqualTo(127 * (1 + 256 + 65_536));
    }

    @Test
    void numbersAreQuantizedAsTheFormulaSays() {
        ActivationRange range = new ActivationRange(-0.97f, 1.03f);
        BytesLayout layout = new BytesLayout(range);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            float value = (random.nextFloat() - 0.5f) * 2.2f;
            double whole = Math.rint(value / range.scale()) + Byte.toUnsignedInt(range.zero());
            float[] image = new float[1];
            layout.put(new float[][] {{value}, {0}, {0}}, 0, image);
            assertThat((int) image[0] % 256).as("byte of %s", value).isEqualTo((int) Math.max(0, Math.min(255, whole)));
        }
    }

    private static List<Integer> bytes(float... numbers) {
        float[] image = new float[numbers.length * numbers.length];
        BINARY.put(new float[][] {numbers, numbers, numbers}, 0, image);
        return IntStream.range(0, numbers.length)
                .map(i -> (int) image[i])
                .peek(pixel ->
                        assertThat(pixel >> 8 & 255).isEqualTo(pixel & 255).isEqualTo(pixel >> 16))
                .map(pixel -> pixel & 255)
                .boxed()
                .toList();
    }
}
