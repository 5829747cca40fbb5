package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitsLossTest {
    private static final LogitsLoss LOSS = new LogitsLoss();
    private static final double[][] LOGITS = {{-3.5, -0.2, 0, 1.7}, {0.4, 2.5, -1.1, 6}, {-8, 3, 0.01, -0.5}};
    private static final double[][] TARGETS = {{0, 1, 1, 0}, {1, 1, 0, 1}, {1, 0, 0, 0}};

    @Test
    void itIsTheCrossEntropyOfTheSigmoid() {
        double expected = 0;
        for (int i = 0; i < LOGITS.length; i++) {
            for (int c = 0; c < 4; c++) {
                double probability = 1 / (1 + Math.exp(-LOGITS[i][c]));
                expected -= Math.log(TARGETS[i][c] == 1 ? probability : 1 - probability) / 12;
            }
        }

        assertThat(score(Nd4j.createFromArray(LOGITS))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void itsGradientIsThatOfFiniteDifferences() {
        INDArray gradient = gradient(Nd4j.createFromArray(LOGITS), Nd4j.createFromArray(TARGETS));
        double step = 1e-5;
        for (int i = 0; i < LOGITS.length; i++) {
            for (int c = 0; c < 4; c++) {
                INDArray up = Nd4j.createFromArray(LOGITS);
                INDArray down = Nd4j.createFromArray(LOGITS);
                up.putScalar(i, c, LOGITS[i][c] + step);
                down.putScalar(i, c, LOGITS[i][c] - step);
                // The score is a mean over items, the gradient is of their sum: DL4J divides by the batch itself.
                double slope = (score(up) - score(down)) / (2 * step) * LOGITS.length;

                assertThat(gradient.getDouble(i, c)).isCloseTo(slope, within(1e-8));
            }
        }
    }

    @Test
    void aSaturatedLogitOnTheWrongSideKeepsItsLossAndItsGradient() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{60, -60, 1e4f, -1e4f}});
        INDArray targets = Nd4j.createFromArray(new float[][] {{0, 1, 0, 1}});

        assertThat(gradient(logits, targets).toFloatVector()).containsExactly(0.25f, -0.25f, 0.25f, -0.25f);
        assertThat(LOSS.computeScore(targets, logits, new ActivationIdentity(), null, true))
                .isCloseTo((60 + 60 + 1e4 + 1e4) / 4, within(1e-2));
    }

    @Test
    void aSaturatedLogitOnTheRightSideCostsNothing() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{100, -100}});
        INDArray targets = Nd4j.createFromArray(new float[][] {{1, 0}});

        assertThat(LOSS.computeScore(targets, logits, new ActivationIdentity(), null, true))
                .isZero();
    }

    @Test
    void targetsAndLogitsStayAsTheyWere() {
        INDArray logits = Nd4j.createFromArray(LOGITS);
        INDArray targets = Nd4j.createFromArray(TARGETS);

        LOSS.computeGradientAndScore(targets, logits, new ActivationIdentity(), null, true);

        assertThat(logits).isEqualTo(Nd4j.createFromArray(LOGITS));
        assertThat(targets).isEqualTo(Nd4j.createFromArray(TARGETS));
    }

    private static double score(INDArray logits) {
        assertThat(logits.dataType()).isEqualTo(DataType.DOUBLE);
        return LOSS.computeScore(Nd4j.createFromArray(TARGETS), logits, new ActivationIdentity(), null, true);
    }

    private static INDArray gradient(INDArray logits, INDArray targets) {
        return LOSS.computeGradient(targets, logits, new ActivationIdentity(), null);
    }
}
