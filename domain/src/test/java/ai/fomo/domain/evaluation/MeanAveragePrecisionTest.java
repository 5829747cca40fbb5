package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanAveragePrecisionTest {
    @Test
    void itIsTheMeanOverTheClassesThatAnItemHas() {
        double[][] scores = {{0.9, 0.1, 3}, {0.8, 0.2, 2}, {0.7, 0.3, 1}, {0.6, 0.4, 0}};
        float[][] targets = {{1, 0, 0}, {0, 0, 0}, {1, 1, 0}, {0, 0, 0}};

        // Of the first class 1 and 2/3, of the second 1/2, of the third nothing.
        assertThat(MeanAveragePrecision.of(scores, targets).orElseThrow())
                .isCloseTo(((1 + 2 / 3.0) / 2 + 0.5) / 2, within(1e-15));
    }

    @Test
    void withoutAnythingToFindThereIsNone() {
        assertThat(MeanAveragePrecision.of(new double[3][2], new float[3][2])).isEmpty();
    }
}
