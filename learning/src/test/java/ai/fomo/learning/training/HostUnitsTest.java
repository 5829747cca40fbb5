package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HostUnitsTest {
    @BeforeAll
    static void start() {
        Backend.start(Device.CPU);
    }

    @Test
    void sumsGetTheirUnitsBiasAndAreCutOffAtZero() {
        INDArray sums = Nd4j.createFromArray(new float[][] {{1, -2, 0.5f}, {-1, 3, 0}});

        HostUnits.activate(HostArray.of(sums), new float[] {0.5f, 1, -1}, 0, 7);

        assertThat(sums.toFloatMatrix()).isDeepEqualTo(new float[][] {{1.5f, 0, 0}, {0, 4, 0}});
    }

    @Test
    void manyRowsAreAsOneAfterTheOther() {
        float[][] values = MadeUpData.random(1, 300, 700);
        float[] biases = MadeUpData.random(2, 1, 700)[0];
        INDArray sums = Nd4j.createFromArray(values);

        HostUnits.activate(HostArray.of(sums), biases, 0, 7);

        for (int row = 0; row < 300; row++) {
            for (int unit = 0; unit < 700; unit++) {
                assertThat(sums.getFloat(row, unit)).isEqualTo(Math.max(0, values[row][unit] + biases[unit]));
            }
        }
    }

    @Test
    void dropoutTakesAShareAwayAndLeavesTheExpectation() {
        INDArray sums = Nd4j.ones(400, 1000).castTo(DataType.FLOAT);

        HostUnits.activate(HostArray.of(sums), new float[1000], 0.3, 7);

        float[] values = HostArray.of(sums).toArray();
        int dropped = 0;
        for (float value : values) {
            assertThat(value).isIn(0f, (float) (1 / 0.7));
            dropped += value == 0 ? 1 : 0;
        }
        // Four standard deviations of a binomial share are 0.003.
        assertThat(dropped / 400_000.0).isCloseTo(0.3, within(0.003));
    }

    @Test
    void gradientsPassWhereOutputsArePositive() {
        INDArray outputs = Nd4j.createFromArray(0f, 2, -0f, 1e-40f, -1, Float.POSITIVE_INFINITY);
        INDArray gradient = Nd4j.createFromArray(1f, -2, 3, 4, 5, 6);

        HostUnits.back(HostArray.of(outputs), HostArray.of(gradient));

        assertThat(gradient.toFloatVector()).containsExactly(0, -2, 0, 4, 0, 6);
    }

    @Test
    void reLUsWayBackIsDl4jsOwn() {
        INDArray outputs = Nd4j.createFromArray(MadeUpData.random(1, 200, 500));
        INDArray gradient = Nd4j.createFromArray(MadeUpData.random(2, 200, 500));
        INDArray expected =
                new ActivationReLU().backprop(outputs.dup(), gradient.dup()).getFirst();

        // In column-major order, too, which has to be turned first.
        assertThat(new HostReLU().backprop(outputs, gradient.dup('f')).getFirst())
                .isEqualTo(expected);
        assertThat(new HostReLU().backprop(outputs, gradient).getFirst()).isEqualTo(expected);
    }
}
