package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.training.Loss;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitsLossTest {
    private static final double[][] LOGITS = {{-3.5, -0.2, 0, 1.7}, {0.4, 2.5, -1.1, 6}, {-8, 3, 0.01, -0.5}};
    private static final double[][] TARGETS = {{0, 1, 1, 0}, {1, 1, 0, 1}, {1, 0, 0, 0}};

    private static final List<LogitsLoss> LOSSES = List.of(
            BinaryCrossEntropy.plain(4),
            BinaryCrossEntropy.weighted(0.5, 1, 4, 10),
            AsymmetricLoss.ofThePaper(),
            new AsymmetricLoss(1.5, 2, 0.1));

    @Test
    void valuesAndSlopesAreThoseOfPyTorch() throws IOException {
        for (String line : fixture().lines().skip(1).toList()) {
            String[] fields = line.split(",", -1);
            double logit = Double.parseDouble(fields[1]);
            double target = Double.parseDouble(fields[2]);
            LogitsLoss loss = switch (fields[0]) {
                case "plain" -> BinaryCrossEntropy.plain(1);
                case "weighted" -> BinaryCrossEntropy.weighted(Double.parseDouble(fields[3]));
                case "asymmetric" -> AsymmetricLoss.ofThePaper();
                case "focused" -> new AsymmetricLoss(1.5, 2, 0.1);
                default -> throw new AssertionError(fields[0]);
            };

            assertThat(loss.loss(logit, target, 0))
                    .as(line)
                    .isCloseTo(Double.parseDouble(fields[4]), relative(fields[4]));
            assertThat(loss.slope(logit, target, 0))
                    .as(line)
                    .isCloseTo(Double.parseDouble(fields[5]), relative(fields[5]));
        }
    }

    @Test
    void plainCrossEntropyIsThatOfTheSigmoid() {
        double expected = 0;
        for (int i = 0; i < LOGITS.length; i++) {
            for (int c = 0; c < 4; c++) {
                double probability = 1 / (1 + Math.exp(-LOGITS[i][c]));
                expected -= Math.log(TARGETS[i][c] == 1 ? probability : 1 - probability) / 12;
            }
        }

        assertThat(score(BinaryCrossEntropy.plain(4), Nd4j.createFromArray(LOGITS)))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        double step = 1e-5;
        for (LogitsLoss loss : LOSSES) {
            INDArray gradient = gradient(loss, Nd4j.createFromArray(LOGITS), Nd4j.createFromArray(TARGETS));
            for (int i = 0; i < LOGITS.length; i++) {
                for (int c = 0; c < 4; c++) {
                    INDArray up = Nd4j.createFromArray(LOGITS);
                    INDArray down = Nd4j.createFromArray(LOGITS);
                    up.putScalar(i, c, LOGITS[i][c] + step);
                    down.putScalar(i, c, LOGITS[i][c] - step);
                    double slope = (score(loss, up) - score(loss, down)) / (2 * step);

                    assertThat(gradient.getDouble(i, c))
                            .as("%s at %s, %s", loss.name(), i, c)
                            .isCloseTo(slope, within(1e-8));
                }
            }
        }
    }

    @Test
    void aSaturatedLogitOnTheWrongSideKeepsItsLossAndItsGradient() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{60, -60, 1e4f, -1e4f}});
        INDArray targets = Nd4j.createFromArray(new float[][] {{0, 1, 0, 1}});
        LogitsLoss plain = BinaryCrossEntropy.plain(4);

        assertThat(gradient(plain, logits, targets).toFloatVector()).containsExactly(0.25f, -0.25f, 0.25f, -0.25f);
        assertThat(plain.computeScore(targets, logits, new ActivationIdentity(), null, true))
                .isCloseTo((60 + 60 + 1e4 + 1e4) / 4, within(1e-2));
        // An asymmetric one gives up on negatives that far off, as it is meant to, and not on positives.
        assertThat(gradient(AsymmetricLoss.ofThePaper(), logits, targets).toFloatVector())
                .containsExactly(new float[] {0, -0.25f, 0, -0.25f}, within(1e-6f));
    }

    @Test
    void aSaturatedLogitOnTheRightSideCostsNothing() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{100, -100, 1e4f, -1e4f}});
        INDArray targets = Nd4j.createFromArray(new float[][] {{1, 0, 1, 0}});

        for (LogitsLoss loss : LOSSES) {
            assertThat(loss.computeScore(targets, logits, new ActivationIdentity(), null, true))
                    .as(loss.name())
                    .isCloseTo(0, within(1e-40));
        }
    }

    @Test
    void balancedPositivesWeighAsMuchAsNegativesUpToALimit() {
        LogitsLoss loss = LogitsLoss.of(Loss.CLASS_WEIGHTED, new double[] {25, 50, 80, 1, 0}, 100);

        double one = BinaryCrossEntropy.plain(1).loss(0, 1, 0);
        assertThat(loss.loss(0, 1, 0)).isCloseTo(3 * one, within(1e-12));
        assertThat(loss.loss(0, 1, 1)).isCloseTo(one, within(1e-12));
        assertThat(loss.loss(0, 1, 2)).isCloseTo(0.25 * one, within(1e-12));
        assertThat(loss.loss(0, 1, 3)).isCloseTo(10 * one, within(1e-12));
        assertThat(loss.loss(0, 1, 4)).isCloseTo(10 * one, within(1e-12));
        assertThat(loss.loss(0, 0, 0)).isCloseTo(one, within(1e-12));
    }

    @Test
    void targetsAndLogitsStayAsTheyWere() {
        INDArray logits = Nd4j.createFromArray(LOGITS);
        INDArray targets = Nd4j.createFromArray(TARGETS);

        LOSSES.forEach(loss -> loss.computeGradientAndScore(targets, logits, new ActivationIdentity(), null, true));

        assertThat(logits).isEqualTo(Nd4j.createFromArray(LOGITS));
        assertThat(targets).isEqualTo(Nd4j.createFromArray(TARGETS));
    }

    @Test
    void theOrderThatArraysLieInMakesNoDifference() {
        INDArray logits = Nd4j.createFromArray(LOGITS);

        for (LogitsLoss loss : LOSSES) {
            assertThat(gradient(
                            loss, logits.dup('f'), Nd4j.createFromArray(TARGETS).dup('f')))
                    .isEqualTo(gradient(loss, logits, Nd4j.createFromArray(TARGETS)));
        }
    }

    /** PyTorch takes the difference of large numbers where a negative's logit is low, and loses the last digits of the small one. */
    private static Offset<Double> relative(String expected) {
        return within(1e-12 * Math.abs(Double.parseDouble(expected)) + 1e-14);
    }

    private static String fixture() throws IOException {
        try (InputStream file = LogitsLossTest.class.getResourceAsStream("/training/losses.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double score(LogitsLoss loss, INDArray logits) {
        assertThat(logits.dataType()).isEqualTo(DataType.DOUBLE);
        return loss.computeScore(Nd4j.createFromArray(TARGETS), logits, new ActivationIdentity(), null, true);
    }

    private static INDArray gradient(LogitsLoss loss, INDArray logits, INDArray targets) {
        return loss.computeGradient(targets, logits, new ActivationIdentity(), null);
    }
}
