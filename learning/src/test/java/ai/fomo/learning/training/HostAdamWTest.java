package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HostAdamWTest {
    /** Of 2 x 2 weights, as they lie, and 2 biases: PyTorch 2.15's AdamW in float64, with a decay of 0.1 for the weights alone. */
    private static final double[][] PYTORCH = {
        {0.4895000003333333, -0.2397500001, 2.007950248756219, -2.997, 0.0900000002, -0.19000099990001001},
        {0.47935868027823, -0.22951025019990007, 2.015205500468112, -2.994003, 0.08042509867088761, -0.18000199980002007
        },
        {
            0.46929930950474963,
            -0.21928074004970016,
            2.020340661911793,
            -2.991008997,
            0.07204965113804068,
            -0.17000299970003
        },
        {
            0.459225907619705,
            -0.2090614594096505,
            2.021307694099817,
            -2.988017988003,
            0.06625501799776774,
            -0.16000399960004
        },
        {
            0.4490943074787285,
            -0.19885239805024085,
            2.0178138967378745,
            -2.985029970015,
            0.06431891787823436,
            -0.15000499950005
        }
    };

    @BeforeAll
    static void start() {
        Backend.start(Device.CPU);
    }

    @Test
    void itsStepsAreThoseOfPyTorch() {
        MultiLayerNetwork network = network(0.1);
        AdamW adam = new HostAdamW(configuration(0.1), 100, network);
        HostArray values = HostArray.of(network.params());
        values.slice(0, 6).put(0, new float[] {0.5f, -0.25f, 2, -3, 0.1f, -0.2f});

        for (int s = 0; s < PYTORCH.length; s++) {
            HostArray.of(network.getFlattenedGradients())
                    .slice(0, 6)
                    .put(0, new float[] {0.3f * (s + 1), -1, 1e-6f * (s - 2), 0, 0.5f - 0.2f * s, -1e-4f});
            adam.step();

            float[] now = values.toArray();
            for (int i = 0; i < 6; i++) {
                assertThat((double) now[i]).as("step %s, number %s", s, i).isCloseTo(PYTORCH[s][i], within(1e-6));
            }
        }
    }

    @Test
    void momentsOfWhatNoLongerMovesDoNotGoDownIntoSubnormalNumbers() {
        MultiLayerNetwork network = network(0);
        AdamW adam = new HostAdamW(configuration(0), 2000, network);
        HostArray gradient = HostArray.of(network.getFlattenedGradients());
        HostArray moments = HostArray.of(adam.moments());

        gradient.slice(0, 6).put(0, new float[] {1, -1, 1e-3f, 1e-12f, 1e-19f, 0});
        adam.step();
        float[] first = moments.toArray();
        gradient.slice(0, 6).put(0, new float[6]);
        for (int step = 0; step < 900; step++) {
            adam.step();
            for (float moment : moments.toArray()) {
                assertThat(moment == 0 || Math.abs(moment) >= Float.MIN_NORMAL).isTrue();
            }
        }

        // As it was, but where it is next to nothing.
        assertThat(first).startsWith(0.1f, -0.1f, 0.1f * 1e-3f, 0.1f * 1e-12f, 0.1f * 1e-19f);
        assertThat(0.001f * 1e-19f * 1e-19f).isPositive();
        assertThat(first[6 + 4]).isZero();
        for (int i = 0; i < 6; i++) {
            assertThat(Math.abs(moments.toArray()[i])).isLessThan(1e-36f);
        }
        assertThat(moments.slice(6, 1).get(0)).isGreaterThan(1e-4f);
    }

    /** Two features, two classes. */
    private static MultiLayerNetwork network(double decay) {
        NetworkShape shape = NetworkShape.of(configuration(decay), 2, 2, Optional.empty());
        MultiLayerNetwork network = new MultiLayerNetwork(NetworkConfiguration.of(
                configuration(decay), shape, BinaryCrossEntropy.plain(2), 1, 5, new HostEngine()));
        network.init();
        return network;
    }

    private static TrainingConfiguration configuration(double decay) {
        return new TrainingConfiguration("test", List.of(), 0, 0.01, decay, 32, 1, 1, 1);
    }
}
