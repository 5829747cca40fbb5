package ai.fomo.learning.training;

import static ai.fomo.learning.training.MadeUpData.clusters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.training.TrainingResult.Converged;
import ai.fomo.learning.training.TrainingResult.Diverged;
import ai.fomo.learning.training.TrainingResult.Stopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aTrainingThatGoesOnFromAnyCheckpointEndsInTheSameBytes() {
        TrainingData data = mirrored(clusters(7, 300));
        TrainingConfiguration configuration = everything(4, 4, 2);
        Snapshots uninterrupted = new Snapshots();
        Converged whole = converged(train(data, configuration, uninterrupted));

        // Five steps an epoch, checkpoints behind the second and the fourth and at its end.
        assertThat(uninterrupted.kept).hasSize(3 * 4);
        for (int at : new int[] {0, 1, 2, 7, 10}) {
            Snapshots later = new Snapshots();
            Converged resumed = converged(
                    resume(data, configuration, uninterrupted.resume(uninterrupted.kept.get(at), directory), later));

            assertThat(resumed).isEqualTo(whole);
            assertThat(later.kept)
                    .usingRecursiveComparison()
                    .isEqualTo(uninterrupted.kept.subList(at + 1, uninterrupted.kept.size()));
            assertThat(losses(later.epochs))
                    .isEqualTo(losses(uninterrupted.epochs).subList(4 - later.epochs.size(), 4));
        }
    }

    @Test
    void aTrainingThatIsStoppedAfterAnyStepGoesOnToTheSameBytes() {
        TrainingData data = mirrored(clusters(7, 300));
        TrainingConfiguration configuration = everything(3, 3, 0);
        Converged whole = converged(train(data, configuration, new Snapshots()));

        for (Position stop : List.of(new Position(0, 1), new Position(1, 3), new Position(1, 5), new Position(2, 4))) {
            Snapshots first = new Snapshots((epoch, step) -> epoch == stop.epochs() + 1 && step == stop.steps());
            Stopped stopped = (Stopped) train(data, configuration, first);
            Snapshots.Kept last = first.kept.get(first.kept.size() - 1);

            // The last step of an epoch is followed by its validation first.
            assertThat(stopped.at()).isEqualTo(stop.steps() == 5 ? new Position(stop.epochs() + 1, 0) : stop);
            assertThat(last.position()).isEqualTo(stopped.at());
            assertThat(converged(resume(data, configuration, first.resume(last, directory), new Snapshots()))
                            .best()
                            .weights())
                    .isEqualTo(whole.best().weights());
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        TrainingData data = clusters(7, 200);

        Sha256 first = weights(data, configuration(List.of(16), 0.3, 3, 3, 1));
        Sha256 second = weights(data, configuration(List.of(16), 0.3, 3, 3, 1));
        Sha256 other = weights(data, configuration(List.of(16), 0.3, 3, 3, 2));

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whatCanBeLearntIsLearntWithEveryLoss() {
        TrainingData data = clusters(11, 600);
        for (Loss loss : Loss.values()) {
            Snapshots snapshots = new Snapshots();
            Converged training = converged(train(
                    data,
                    new TrainingConfiguration(
                            "test",
                            Network.HEAD,
                            List.of(16),
                            0.2,
                            0.01,
                            Schedule.COSINE,
                            0.01,
                            loss,
                            List.of(View.ORIGINAL),
                            32,
                            12,
                            12,
                            0,
                            5),
                    snapshots));

            assertThat(snapshots.epochs.get(training.best().epoch() - 1).validationMeanAveragePrecision())
                    .as("%s", loss)
                    .isGreaterThan(0.98);
        }
    }

    @Test
    void aHighProbabilityIsGivenToWhatIsThere() {
        TrainingData data = clusters(11, 600);
        Snapshots snapshots = new Snapshots();
        Converged training = converged(train(data, configuration(List.of(16), 0.2, 15, 15, 5), snapshots));

        assertThat(training.best().validationLoss()).isLessThan(0.15);
        assertThat(accuracy(probabilities(snapshots, training, data), data.validationTargets()))
                .isGreaterThan(0.95);
    }

    @Test
    void theHeadInPlainJavaHasTheLossThatTheNetworkHad() {
        TrainingData data = clusters(3, 200);
        Snapshots snapshots = new Snapshots();
        Converged training = converged(train(data, configuration(List.of(16, 8), 0.2, 5, 5, 5), snapshots));

        assertThat(crossEntropy(probabilities(snapshots, training, data), data.validationTargets()))
                .isCloseTo(training.best().validationLoss(), within(1e-5));
    }

    @Test
    void theTrainingLossIsThatOfTheTargetsWhateverTheWeightDecay() {
        TrainingData half = clusters(3, 200);
        TrainingData data =
                new TrainingData(half.views(), half.targets(), half.views().get(0), half.targets());
        // Steps so small that nothing is learnt: both losses are those of the initial weights.
        TrainingConfiguration configuration = new TrainingConfiguration("test", List.of(64), 0, 1e-9, 3, 32, 1, 1, 1);
        Snapshots snapshots = new Snapshots();
        train(data, configuration, snapshots);

        EpochMetric epoch = snapshots.epochs.get(0);
        assertThat(epoch.trainingLoss()).isCloseTo(epoch.validationLoss(), within(1e-4));
    }

    @Test
    void weightDecayShrinksWhatNothingElseMoves() {
        float[][] nothing = new float[64][4];
        TrainingData data = TrainingData.of(nothing, MadeUpData.noise(64, 2), nothing, MadeUpData.noise(64, 2));
        Snapshots without = new Snapshots();
        Snapshots with = new Snapshots();
        // Features are all zero, so that the first layer's weights have no gradient. Two steps, each by 0.1 x 0.5.
        train(data, new TrainingConfiguration("test", List.of(3), 0, 0.1, 0, 32, 1, 1, 1), without);
        train(data, new TrainingConfiguration("test", List.of(3), 0, 0.1, 0.5, 32, 1, 1, 1), with);

        float[] plain = firstLayer(without);
        float[] shrunk = firstLayer(with);
        for (int i = 0; i < plain.length; i++) {
            assertThat(shrunk[i]).isCloseTo(plain[i] * 0.95f * 0.95f, within(1e-6f));
        }
    }

    @Test
    void itStopsWhenValidationNoLongerImprovesAndKeepsTheBestEpoch() {
        TrainingData signal = clusters(5, 64);
        // Validation targets that have nothing to do with the features: learning can only make them worse.
        TrainingData data = new TrainingData(
                signal.views(), signal.targets(), signal.validation(), MadeUpData.noise(32, signal.classes()));
        Snapshots snapshots = new Snapshots();
        Converged training = converged(train(data, configuration(List.of(32), 0, 200, 4, 9), snapshots));

        assertThat(training.epochs())
                .isEqualTo(training.best().epoch() + 4)
                .isLessThan(200)
                .isEqualTo(snapshots.epochs.size());
        assertThat(snapshots.epochs.get(training.best().epoch() - 1).validationLoss())
                .isEqualTo(training.best().validationLoss())
                .isEqualTo(snapshots.epochs.stream()
                        .mapToDouble(EpochMetric::validationLoss)
                        .min()
                        .orElseThrow());
        assertThat(crossEntropy(probabilities(snapshots, training, data), data.validationTargets()))
                .isCloseTo(training.best().validationLoss(), within(1e-5));
    }

    @Test
    void aStateWhosePatienceIsSpentEndsAtOnce() {
        TrainingData data = clusters(7, 100);
        Snapshots snapshots = new Snapshots();
        TrainingConfiguration configuration = configuration(List.of(), 0, 3, 3, 1);
        Converged training = converged(train(data, configuration, snapshots));

        Snapshots nothing = new Snapshots();
        TrainingResult again = resume(data, configuration, snapshots.resume(snapshots.kept.get(2), directory), nothing);

        assertThat(again).isEqualTo(training);
        assertThat(nothing.epochs).isEmpty();
    }

    @Test
    void aLossThatIsNotANumberIsDivergence() {
        float[][] features = MadeUpData.random(1, 50, 4);
        features[3][1] = Float.NaN;
        TrainingData data = TrainingData.of(features, MadeUpData.noise(50, 3), features, MadeUpData.noise(50, 3));

        assertThat(train(data, configuration(List.of(8), 0, 5, 5, 1), new Snapshots()))
                .isEqualTo(new Diverged(1, 0.01));
    }

    @Test
    void aLossThatExplodesIsDivergence() {
        TrainingConfiguration far = new TrainingConfiguration("test", List.of(64, 64), 0, 30, 0, 32, 30, 30, 1);

        assertThat(train(clusters(7, 300), far, new Snapshots()))
                .isInstanceOfSatisfying(
                        Diverged.class,
                        diverged -> assertThat(diverged.learningRate()).isEqualTo(30));
    }

    @Test
    void whatTheListenerThrowsComesOut() {
        Snapshots stopping = new Snapshots((epoch, step) -> {
            throw new IllegalStateException("stop");
        });

        assertThatThrownBy(() -> train(clusters(7, 100), configuration(List.of(8), 0, 5, 5, 1), stopping))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stop");
    }

    @Test
    void aCheckpointOfAnotherShapeIsRefused() {
        TrainingData data = clusters(7, 100);
        Snapshots snapshots = new Snapshots();
        train(data, configuration(List.of(8), 0, 1, 1, 1), snapshots);
        ResumePoint from = snapshots.resume(snapshots.kept.get(0), directory);

        assertThatThrownBy(() -> resume(data, configuration(List.of(9), 0, 2, 2, 1), from, new Snapshots()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another configuration");
    }

    @Test
    void aBatchLargerThanTheDataIsRefusedWithTheLargestThatIsNot() {
        assertThatThrownBy(() -> train(clusters(7, 60), configuration(List.of(8), 0, 2, 2, 1), new Snapshots()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch of 32 is larger than the 30 training images; choose a smaller one: --batch 30");
    }

    /** Dropout, two views, shuffling, a schedule. */
    private static TrainingConfiguration everything(int epochs, int patience, int checkpointSteps) {
        return new TrainingConfiguration(
                "test",
                Network.HEAD,
                List.of(24, 12),
                0.4,
                0.01,
                Schedule.COSINE,
                0.01,
                Loss.CLASS_WEIGHTED,
                List.of(View.ORIGINAL, View.MIRROR),
                32,
                epochs,
                patience,
                checkpointSteps,
                3);
    }

    private static TrainingData mirrored(TrainingData data) {
        FeatureRows original = data.views().get(0);
        float[][] mirrored = new float[original.count()][];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = original.row(i);
            mirrored[i][9] += 1;
        }
        return new TrainingData(
                List.of(original, FeatureRows.of(mirrored)),
                data.targets(),
                data.validation(),
                data.validationTargets());
    }

    private static TrainingConfiguration configuration(
            List<Integer> hidden, double dropout, int epochs, int patience, long seed) {
        return new TrainingConfiguration("test", hidden, dropout, 0.01, 0.01, 32, epochs, patience, seed);
    }

    private static TrainingResult train(
            TrainingData data, TrainingConfiguration configuration, TrainingListener listener) {
        return run(data, configuration, Optional.empty(), listener);
    }

    private static TrainingResult resume(
            TrainingData data, TrainingConfiguration configuration, ResumePoint from, TrainingListener listener) {
        return run(data, configuration, Optional.of(from), listener);
    }

    private static TrainingResult run(
            TrainingData data,
            TrainingConfiguration configuration,
            Optional<ResumePoint> from,
            TrainingListener listener) {
        try {
            return Trainer.train(data, configuration, Optional.empty(), from, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha256 weights(TrainingData data, TrainingConfiguration configuration) {
        return converged(train(data, configuration, new Snapshots())).best().weights();
    }

    private static Converged converged(TrainingResult training) {
        assertThat(training).isInstanceOf(Converged.class);
        return (Converged) training;
    }

    private static List<List<Double>> losses(List<EpochMetric> epochs) {
        return epochs.stream()
                .map(epoch -> List.of(epoch.trainingLoss(), epoch.validationLoss()))
                .toList();
    }

    private static float[] firstLayer(Snapshots snapshots) {
        return Head.load(snapshots.weights(snapshots.kept.get(0).weights()))
                .layers()
                .get(0)
                .weights();
    }

    /** What the head itself believes, without calibration. */
    private static double[][] probabilities(Snapshots snapshots, Converged training, TrainingData data) {
        Head head = Head.load(snapshots.weights(training.best().weights()));
        return Calibration.identity(head.classes()).probabilities(head.logits(data.validation()));
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
