package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.training.HeadTraining.Converged;
import ai.fomo.learning.training.HeadTraining.Diverged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {
    private static final TrainingListener IGNORE = (metric, state) -> {};

    @Test
    void aResumedTrainingEndsInTheSameBytes() {
        TrainingData data = clusters(7, 300);
        TrainingConfiguration configuration = configuration(List.of(24, 12), 0.4, 8, 8, 3);
        List<byte[]> states = new ArrayList<>();
        Converged uninterrupted = converged(
                HeadTrainer.train(data, configuration, Optional.empty(), (m, state) -> states.add(state.toBytes())));

        for (int epoch : new int[] {1, 4, 7}) {
            List<byte[]> later = new ArrayList<>();
            TrainingState state = TrainingState.parse(states.get(epoch - 1));
            Converged resumed = converged(
                    HeadTrainer.train(data, configuration, Optional.of(state), (m, s) -> later.add(s.toBytes())));

            assertThat(resumed.weights()).isEqualTo(uninterrupted.weights());
            assertThat(resumed.epochs()).isEqualTo(8);
            assertThat(later).containsExactlyElementsOf(states.subList(epoch, 8));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        TrainingData data = clusters(7, 200);

        byte[] first = weights(data, configuration(List.of(16), 0.3, 3, 3, 1));
        byte[] second = weights(data, configuration(List.of(16), 0.3, 3, 3, 1));
        byte[] other = weights(data, configuration(List.of(16), 0.3, 3, 3, 2));

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whatCanBeLearntIsLearnt() {
        TrainingData data = clusters(11, 600);
        Converged training = converged(
                HeadTrainer.train(data, configuration(List.of(16), 0.2, 40, 10, 5), Optional.empty(), IGNORE));

        double[][] probabilities = probabilities(training, data);

        assertThat(training.validationLoss()).isLessThan(0.15);
        assertThat(accuracy(probabilities, data.validationTargets())).isGreaterThan(0.95);
    }

    @Test
    void theHeadInPlainJavaHasTheLossThatTheNetworkHad() {
        TrainingData data = clusters(3, 200);
        Converged training = converged(
                HeadTrainer.train(data, configuration(List.of(16, 8), 0.2, 5, 5, 5), Optional.empty(), IGNORE));

        double[][] probabilities = probabilities(training, data);

        assertThat(crossEntropy(probabilities, data.validationTargets()))
                .isCloseTo(training.validationLoss(), within(1e-5));
    }

    @Test
    void theTrainingLossIsThatOfTheTargetsWhateverTheWeightDecay() {
        TrainingData half = clusters(3, 200);
        TrainingData data =
                new TrainingData(half.trainFeatures(), half.trainTargets(), half.trainFeatures(), half.trainTargets());
        // Steps so small that nothing is learnt: both losses are those of the initial weights.
        TrainingConfiguration configuration = new TrainingConfiguration("test", List.of(64), 0, 1e-9, 3, 32, 1, 1, 1);
        List<EpochMetric> metrics = new ArrayList<>();
        HeadTrainer.train(data, configuration, Optional.empty(), (metric, state) -> metrics.add(metric));

        assertThat(metrics.get(0).trainingLoss()).isCloseTo(metrics.get(0).validationLoss(), within(1e-4));
    }

    @Test
    void itStopsWhenValidationNoLongerImprovesAndKeepsTheBestEpoch() {
        TrainingData signal = clusters(5, 60);
        // Validation targets that have nothing to do with the features: learning can only make them worse.
        TrainingData data = new TrainingData(
                signal.trainFeatures(),
                signal.trainTargets(),
                signal.validationFeatures(),
                noise(signal.validationTargets().length, signal.classes()));
        List<EpochMetric> metrics = new ArrayList<>();
        Converged training = converged(HeadTrainer.train(
                data, configuration(List.of(32), 0, 200, 4, 9), Optional.empty(), (metric, s) -> metrics.add(metric)));

        assertThat(training.epochs()).isEqualTo(training.bestEpoch() + 4).isLessThan(200);
        assertThat(metrics.get(training.bestEpoch() - 1).validationLoss())
                .isEqualTo(training.validationLoss())
                .isEqualTo(metrics.stream()
                        .mapToDouble(EpochMetric::validationLoss)
                        .min()
                        .orElseThrow());
        assertThat(crossEntropy(probabilities(training, data), data.validationTargets()))
                .isCloseTo(training.validationLoss(), within(1e-5));
    }

    @Test
    void aStateWhosePatienceIsSpentEndsAtOnce() {
        TrainingData data = clusters(7, 100);
        List<TrainingState> states = new ArrayList<>();
        TrainingConfiguration configuration = configuration(List.of(), 0, 3, 3, 1);
        byte[] weights = converged(HeadTrainer.train(data, configuration, Optional.empty(), (m, s) -> states.add(s)))
                .weights();

        HeadTraining again = HeadTrainer.train(data, configuration, Optional.of(states.get(2)), (m, s) -> {
            throw new IllegalStateException("there is no epoch left");
        });

        assertThat(converged(again).weights()).isEqualTo(weights);
    }

    @Test
    void aLossThatIsNotANumberIsDivergence() {
        TrainingData data = clusters(7, 100);
        data.trainFeatures()[3][1] = Float.NaN;

        HeadTraining training =
                HeadTrainer.train(data, configuration(List.of(8), 0, 5, 5, 1), Optional.empty(), IGNORE);

        assertThat(training).isEqualTo(new Diverged(1, 0.01));
    }

    @Test
    void whatTheListenerThrowsComesOut() {
        assertThatThrownBy(() -> HeadTrainer.train(
                        clusters(7, 100), configuration(List.of(8), 0, 5, 5, 1), Optional.empty(), (metric, state) -> {
                            throw new IllegalStateException("stop");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stop");
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        TrainingData data = clusters(7, 100);
        List<TrainingState> states = new ArrayList<>();
        HeadTrainer.train(data, configuration(List.of(8), 0, 1, 1, 1), Optional.empty(), (m, s) -> states.add(s));

        assertThatThrownBy(() -> HeadTrainer.train(
                        data, configuration(List.of(9), 0, 2, 2, 1), Optional.of(states.get(0)), IGNORE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another configuration");
    }

    private static TrainingConfiguration configuration(
            List<Integer> hidden, double dropout, int epochs, int patience, long seed) {
        return new TrainingConfiguration("test", hidden, dropout, 0.01, 0.01, 32, epochs, patience, seed);
    }

    /** Each class is a direction in the space of features; an item has up to three classes. */
    private static TrainingData clusters(long seed, int items) {
        Random random = new Random(seed);
        int classes = 3;
        int width = 10;
        float[][] features = new float[items][width];
        float[][] targets = new float[items][classes];
        for (int i = 0; i < items; i++) {
            for (int f = 0; f < width; f++) {
                features[i][f] = (float) (100 + random.nextGaussian());
            }
            for (int c = 0; c < classes; c++) {
                targets[i][c] = random.nextInt(3) == 0 ? 1 : 0;
                features[i][c] += 6 * targets[i][c];
            }
        }
        int half = items / 2;
        return new TrainingData(
                java.util.Arrays.copyOfRange(features, 0, half),
                java.util.Arrays.copyOfRange(targets, 0, half),
                java.util.Arrays.copyOfRange(features, half, items),
                java.util.Arrays.copyOfRange(targets, half, items));
    }

    private static float[][] noise(int items, int classes) {
        Random random = new Random(99);
        float[][] targets = new float[items][classes];
        for (float[] row : targets) {
            for (int c = 0; c < classes; c++) {
                row[c] = random.nextInt(3) == 0 ? 1 : 0;
            }
        }
        return targets;
    }

    private static byte[] weights(TrainingData data, TrainingConfiguration configuration) {
        return converged(HeadTrainer.train(data, configuration, Optional.empty(), IGNORE))
                .weights();
    }

    private static Converged converged(HeadTraining training) {
        assertThat(training).isInstanceOf(Converged.class);
        return (Converged) training;
    }

    /** What the head itself believes, without calibration. */
    private static double[][] probabilities(Converged training, TrainingData data) {
        Head head = Head.load(training.weights());
        return Calibration.identity(head.classes()).probabilities(head.logits(data.validationFeatures()));
    }

    private static double accuracy(double[][] probabilities, float[][] targets) {
        int right = 0;
        for (int i = 0; i < targets.length; i++) {
            for (int c = 0; c < targets[i].length; c++) {
                right += probabilities[i][c] >= 0.5 == targets[i][c] > 0 ? 1 : 0;
            }
        }
        return (double) right / (targets.length * targets[0].length);
    }

    private static double crossEntropy(double[][] probabilities, float[][] targets) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            for (int c = 0; c < targets[i].length; c++) {
                sum -= Math.log(targets[i][c] > 0 ? probabilities[i][c] : 1 - probabilities[i][c]);
            }
        }
        return sum / (targets.length * targets[0].length);
    }
}
