package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.training.TrainingResult.Converged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastBlockTest {
    private static final int CHANNELS = 4;
    private static final int SIDE = 6;
    private static final int FEATURES = CHANNELS * SIDE * SIDE;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @BeforeAll
    static void start() {
        Backend.start(Device.CPU);
    }

    @Test
    void trainingBeginsWithThePretrainedWeights() throws IOException {
        Snapshots snapshots = new Snapshots();
        train(configuration(1e-9, 1, 0), Optional.empty(), snapshots);

        Head head = Head.load(snapshots.weights(snapshots.kept.get(0).weights()));
        for (int i = 0; i < 2; i++) {
            assertThat(head.convolutions().get(i).weight().values())
                    .containsExactly(block().convolutions().get(i).weight().values(), within(1e-6f));
            assertThat(head.convolutions().get(i).bias().values())
                    .containsExactly(block().convolutions().get(i).bias().values(), within(1e-6f));
        }
    }

    @Test
    void theBlockIsTrainedTooAndGoesOnFromAnyCheckpointToTheSameBytes() throws IOException {
        TrainingConfiguration configuration = configuration(0.01, 3, 2);
        Snapshots uninterrupted = new Snapshots();
        Converged whole = (Converged) train(configuration, Optional.empty(), uninterrupted);

        for (int at : new int[] {0, 2, 4}) {
            Snapshots.Kept from = uninterrupted.kept.get(at);
            Snapshots later = new Snapshots();
            Converged resumed =
                    (Converged) train(configuration, Optional.of(uninterrupted.resume(from, directory)), later);

            assertThat(resumed).isEqualTo(whole);
            assertThat(later.kept)
                    .usingRecursiveComparison()
                    .isEqualTo(uninterrupted.kept.subList(at + 1, uninterrupted.kept.size()));
        }
        assertThat(Head.load(uninterrupted.weights(whole.best().weights()))
                        .convolutions()
                        .get(0)
                        .weight()
                        .values())
                .isNotEqualTo(block().convolutions().get(0).weight().values());
    }

    @Test
    void whatServesHasTheLossThatTheTrainedNetworkHad() throws IOException {
        Snapshots snapshots = new Snapshots();
        Converged training = (Converged) train(configuration(0.01, 2, 0), Optional.empty(), snapshots);
        Head head = Head.load(snapshots.weights(training.best().weights()));

        double[][] logits = head.logits(data().validation());

        assertThat(loss(logits, data().validationTargets()))
                .isCloseTo(training.best().validationLoss(), within(1e-5));
    }

    @Test
    void aBlockConvolvesWithABorderOfZerosAndTakesTheLargestOfFour() {
        // One channel of 2 x 2, a kernel that adds up the neighbours to the left and right: 2, 1 and 4, 3.
        float[] kernel = {0, 0, 0, 1, 0, 1, 0, 0, 0};
        LastBlock block = new LastBlock(List.of(
                new LastBlock.Convolution(new Tensor(List.of(1, 1, 3, 3), kernel), Tensor.vector(new float[] {0.5f}))));

        assertThat(BlockRuntime.open(block, 2).run(new float[] {1, 2, 3, 4, -9, -8, -7, -6}, 2))
                .containsExactly(4.5f, 0);
    }

    @Test
    void whatComesOfTheBlockIsBroughtToASizeThatTrainingCanStart() throws IOException {
        float[][] large = MadeUpData.random(1, 48, FEATURES);
        for (float[] row : large) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= 3000;
            }
        }
        TrainingData data = TrainingData.of(large, MadeUpData.noise(48, 3), large, MadeUpData.noise(48, 3));
        Snapshots snapshots = new Snapshots();

        TrainingResult training =
                Trainer.train(data, configuration(1e-3, 2, 0), Optional.of(block()), Optional.empty(), snapshots);

        Head head = Head.load(snapshots.weights(((Converged) training).best().weights()));
        float[] outputs = BlockRuntime.open(block(), SIDE).run(data.validation().block(0, 48), 48);
        double squares = 0;
        for (float output : outputs) {
            squares += Math.pow(output * head.blockScale(), 2);
        }
        assertThat(squares / outputs.length).isCloseTo(1, within(0.02));
        assertThat(((Converged) training).best().validationLoss()).isLessThan(3);
    }

    @Test
    void vgg16sLastBlockIsFoundByItsNames() {
        Map<String, Tensor> weights = new TreeMap<>();
        for (int i = 1; i <= 3; i++) {
            weights.put("block5_conv" + i + ".weight", random(i, 5, 5, 3, 3));
            weights.put("block5_conv" + i + ".bias", random(10 + i, 5));
        }
        weights.put("block4_conv1.weight", random(1, 2, 2, 3, 3));

        LastBlock block = LastBlock.ofVgg16(new TreeMap<>(weights));

        assertThat(block.convolutions()).hasSize(3);
        assertThat(block.channels()).isEqualTo(5);
        assertThat(block.side(5 * 14 * 14)).isEqualTo(14);
        assertThat(block.outputs(5 * 14 * 14)).isEqualTo(5 * 7 * 7);
        weights.remove("block5_conv2.bias");
        assertThatThrownBy(() -> LastBlock.ofVgg16(new TreeMap<>(weights)))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageContaining("block5_conv2.bias");
        assertThatThrownBy(() -> LastBlock.ofVgg16(new TreeMap<>()))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageContaining("not VGG16's");
    }

    @Test
    void featuresOfAnotherEncoderAreRefusedInASentence() {
        assertThatThrownBy(() -> block().side(1280))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1280 features")
                .hasMessageContaining("vgg16-block4");
        assertThatThrownBy(() -> NetworkShape.of(configuration(0.01, 1, 0), FEATURES, 3, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pretrained weights");
    }

    private static TrainingResult train(
            TrainingConfiguration configuration, Optional<ResumePoint> from, TrainingListener listener)
            throws IOException {
        return Trainer.train(data(), configuration, Optional.of(block()), from, listener);
    }

    private static TrainingConfiguration configuration(double learningRate, int epochs, int checkpointSteps) {
        return new TrainingConfiguration(
                "test",
                Network.LAST_BLOCK,
                List.of(8),
                0.3,
                learningRate,
                Schedule.COSINE,
                0.01,
                Loss.BINARY_CROSS_ENTROPY,
                List.of(View.ORIGINAL),
                16,
                epochs,
                epochs,
                checkpointSteps,
                3);
    }

    private static TrainingData data() {
        return TrainingData.of(
                MadeUpData.random(1, 48, FEATURES),
                MadeUpData.noise(48, 3),
                MadeUpData.random(2, 20, FEATURES),
                MadeUpData.noise(20, 3));
    }

    private static LastBlock block() {
        return new LastBlock(List.of(
                new LastBlock.Convolution(random(1, CHANNELS, CHANNELS, 3, 3), random(2, CHANNELS)),
                new LastBlock.Convolution(random(3, CHANNELS, CHANNELS, 3, 3), random(4, CHANNELS))));
    }

    private static Tensor random(long seed, Integer... shape) {
        Random random = new Random(seed);
        int size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (0.2 * random.nextGaussian());
        }
        return new Tensor(List.of(shape), values);
    }

    private static double loss(double[][] logits, float[][] targets) {
        LogitsLoss loss = BinaryCrossEntropy.plain(3);
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            for (int c = 0; c < 3; c++) {
                sum += loss.loss(logits[i][c], targets[i][c], c);
            }
        }
        return sum / (3 * logits.length);
    }
}
