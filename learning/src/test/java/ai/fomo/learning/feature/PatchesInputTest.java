package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchesInputTest {
    /** Steps of 1/100, zero 100. */
    private static final ActivationRange HUNDREDTHS = new ActivationRange(-1, 1.55f);

    /** A kernel of 2 x 2 in steps of 2, a border above and one to the right. */
    private static final Patches SMALL = new Patches(3, window(2, 2, 1, 0, 0, 1), HUNDREDTHS);

    @Test
    void patchesOfASmallPictureAreWhatComesOutByHand() {
        float[] image = new float[9];
        for (int i = 0; i < 9; i++) {
            image[i] = pixel(101 + i, 111 + i, 121 + i);
        }

        int[] bytes = bytes(new PatchesInput(SMALL), SMALL, image);

        // Above: the border over the upper row; each column ends with a byte of no weight.
        assertThat(patch(bytes, 0))
                .containsExactly(100, 100, 100, 101, 111, 121, 0, 100, 100, 100, 102, 112, 122, 0, 0, 0);
        assertThat(patch(bytes, 1))
                .containsExactly(100, 100, 100, 103, 113, 123, 0, 100, 100, 100, 100, 100, 100, 0, 0, 0);
        // Below: the other two rows, at last beside the border.
        assertThat(patch(bytes, 2))
                .containsExactly(104, 114, 124, 107, 117, 127, 0, 105, 115, 125, 108, 118, 128, 0, 0, 0);
        assertThat(patch(bytes, 3))
                .containsExactly(106, 116, 126, 109, 119, 129, 0, 100, 100, 100, 100, 100, 100, 0, 0, 0);
        assertThat(bytes).hasSize(4 * SMALL.depth());
    }

    @Test
    void nothingIsLeftOfTheImageBefore() {
        Random random = new Random(1);
        float[] first = image(random);
        float[] second = image(random);
        PatchesInput used = new PatchesInput(SMALL);

        int[] before = bytes(used, SMALL, first);
        int[] after = bytes(used, SMALL, second);

        assertThat(after)
                .isEqualTo(bytes(new PatchesInput(SMALL), SMALL, second))
                .isNotEqualTo(before);
        assertThat(bytes(used, SMALL, first)).isEqualTo(before);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bytes(new PatchesInput(SMALL), SMALL, new float[12]))
                .withMessage("a prepared image has 9 numbers, not 12");
    }

    private static int[] patch(int[] bytes, int number) {
        return Arrays.copyOfRange(bytes, number * SMALL.depth(), (number + 1) * SMALL.depth());
    }

    private static int[] bytes(PatchesInput input, Patches patches, float[] image) {
        ByteBuffer to = ByteBuffer.allocate(patches.size());
        input.put(image, to);
        assertThat(to.hasRemaining()).isFalse();
        int[] bytes = new int[to.capacity()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Byte.toUnsignedInt(to.get(i));
        }
        return bytes;
    }

    private static float pixel(int first, int second, int third) {
        return first + 256 * second + 65_536 * third;
    }

    private static float[] image(Random random) {
        float[] image = new float[9];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(1 << 24);
        }
        return image;
    }

    private static Window window(int kernel, int stride, int above, int left, int below, int right) {
        return new Window(
                new int[] {kernel, kernel}, new int[] {stride, stride}, new int[] {above, left}, new int[] {below, right
                });
    }
}
