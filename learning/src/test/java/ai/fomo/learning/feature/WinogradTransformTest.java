package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.model.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The matrices beside a convolution as it is defined, all in plain loops of doubles. */
class WinogradTransformTest {
    @Test
    void aTileIsWhatTheConvolutionOfItsWindowGives() {
        Random random = new Random(1);
        for (WinogradTransform transform : List.of(WinogradTransform.F2, WinogradTransform.F4)) {
            double[] window = random.doubles(transform.products(), -1, 1).toArray();
            float[] filter = new float[9];
            for (int i = 0; i < filter.length; i++) {
                filter[i] = random.nextFloat() - 0.5f;
            }

            double[] tile = times(transform.outputs(), products(transform, window, filter));

            for (int y = 0; y < transform.tile(); y++) {
                for (int x = 0; x < transform.tile(); x++) {
                    double sum = 0;
                    for (int i = 0; i < filter.length; i++) {
                        sum += filter[i] * window[(y + i / 3) * transform.window() + x + i % 3];
                    }
                    assertThat(tile[y * transform.tile() + x])
                            .as("row %d, column %d of %d", y, x, transform.tile())
                            .isEqualTo(sum, within(1e-5));
                }
            }
        }
    }

    /** A filter that is one in its middle gives the window without its border: by hand, 1 to 16 row by row. */
    @Test
    void theMiddleOfAWindowComesBack() {
        double[] window = new double[16];
        for (int i = 0; i < window.length; i++) {
            window[i] = i + 1;
        }

        double[] products = products(WinogradTransform.F2, window, new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0});

        assertThat(times(WinogradTransform.F2.outputs(), products)).containsExactly(6, 7, 10, 11);
    }

    @Test
    void theFourOfEachSquareAreAQuarterOfTheRowsApart() {
        Tensor outputs = WinogradTransform.F4.outputs();
        Tensor byCorner = WinogradTransform.F4.outputsByCorner();

        // Rows of the square in the middle of the right half: 0, 2 and 0, 3 and 1, 2 and 1, 3 of the tile are its
        // second.
        int[] square = {2, 3, 6, 7};
        for (int corner = 0; corner < 4; corner++) {
            assertThat(row(byCorner, 4 * corner + 1)).isEqualTo(row(outputs, square[corner]));
        }
    }

    @Test
    void fourByFourIsTakenWhereTilesOfItFit() {
        assertThat(WinogradTransform.of(28, 56)).isSameAs(WinogradTransform.F4);
        assertThat(WinogradTransform.of(14, 28)).isSameAs(WinogradTransform.F2);
        assertThat(WinogradTransform.F4.tile()).isEqualTo(4);
        assertThat(WinogradTransform.F4.window()).isEqualTo(6);
        assertThat(WinogradTransform.F4.products()).isEqualTo(36);
    }

    /** Of one input and one output, so that there is one factor for each product. */
    private static double[] products(WinogradTransform transform, double[] window, float[] filter) {
        Tensor kernel = new Tensor(List.of(1, 1, 3, 3), filter);
        double[] inputs = times(transform.inputs(), window);
        for (int i = 0; i < inputs.length; i++) {
            float[] factor = {0};
            transform.filters(kernel, i, factor);
            inputs[i] *= factor[0];
        }
        return inputs;
    }

    private static double[] times(Tensor matrix, double[] vector) {
        double[] result = new double[matrix.shape().get(0)];
        for (int row = 0; row < result.length; row++) {
            float[] numbers = row(matrix, row);
            for (int i = 0; i < vector.length; i++) {
                result[row] += numbers[i] * vector[i];
            }
        }
        return result;
    }

    private static float[] row(Tensor matrix, int row) {
        int columns = matrix.shape().get(1);
        return java.util.Arrays.copyOfRange(matrix.values(), row * columns, (row + 1) * columns);
    }
}
