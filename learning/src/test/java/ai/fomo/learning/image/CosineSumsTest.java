package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineSumsTest {
    /** So many that vector instructions take some and others are left over. */
    private static final int TOGETHER = 71;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8})
    void eachPlaceGetsWhatTheWavesAddUpToThere(int n) {
        int step = 2;
        float[][] heights = heights(1 + step * n);
        float[][] sums = copy(heights);

        CosineSums.compute(sums, 1, step, n);

        for (int j = 0; j < n; j++) {
            for (int i = 0; i < TOGETHER; i++) {
                double expected = 0;
                for (int k = 0; k < n; k++) {
                    expected += heights[1 + step * k][i] * Math.cos(k * (2 * j + 1) * Math.PI / (2 * n));
                }
                assertThat((double) sums[1 + step * j][i]).isCloseTo(expected, within(1e-5));
            }
            assertThat(sums[step * j]).as("an array between them").isEqualTo(heights[step * j]);
        }
    }

    @Test
    void otherNumbersOfWavesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosineSums.compute(heights(5), 0, 1, 5))
                .withMessage("sums of 5 waves");
    }

    private static float[][] heights(int arrays) {
        Random random = new Random(arrays);
        float[][] heights = new float[arrays][TOGETHER];
        for (float[] array : heights) {
            for (int i = 0; i < TOGETHER; i++) {
                array[i] = random.nextFloat() - 0.5f;
            }
        }
        return heights;
    }

    private static float[][] copy(float[][] arrays) {
        float[][] copy = new float[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            copy[i] = arrays[i].clone();
        }
        return copy;
    }
}
