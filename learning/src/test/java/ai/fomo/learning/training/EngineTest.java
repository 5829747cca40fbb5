package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.training.TrainingResult.Converged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers and loops of the CPU beside DL4J's own, which are what a GPU trains with. */
class EngineTest {
    private static final int CHANNELS = 4;
    private static final int FEATURES = CHANNELS * 6 * 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @BeforeAll
    static void start() {
        Backend.start(Device.CPU);
    }

    @Test
    void theCpuHasItsOwn() {
        assertThat(Engine.ofThisProcess()).isInstanceOf(HostEngine.class);
    }

    @Test
    void withoutDropoutBothTrainTheSameNetworks() throws IOException {
        for (Network network : Network.values()) {
            Snapshots host = new Snapshots();
            Snapshots nd4j = new Snapshots();
            train(new HostEngine(), configuration(network, 0), Optional.empty(), host);
            train(new Nd4jEngine(), configuration(network, 0), Optional.empty(), nd4j);

            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(host.epochs.get(epoch).trainingLoss())
                        .as("%s, training", network)
                        .isCloseTo(nd4j.epochs.get(epoch).trainingLoss(), within(1e-4));
                assertThat(host.epochs.get(epoch).validationLoss())
                        .as("%s, validation", network)
                        .isCloseTo(nd4j.epochs.get(epoch).validationLoss(), within(1e-4));
            }
        }
    }

    @Test
    void bothDropAsMuch() throws IOException {
        double without = lossOfTheInitialWeights(new HostEngine(), 0);
        double host = lossOfTheInitialWeights(new HostEngine(), 0.3);
        double nd4j = lossOfTheInitialWeights(new Nd4jEngine(), 0.3);

        // Were the 0.3 that are dropped taken for what is kept, it would be several times as much.
        assertThat(host - without).isPositive().isCloseTo(nd4j - without, withinPercentage(20));
    }

    /** Mean over many epochs that learn nothing, of which each drops something else. */
    private double lossOfTheInitialWeights(Engine engine, double dropout) throws IOException {
        Snapshots snapshots = new Snapshots();
        train(engine, configuration(Network.HEAD, dropout, 1e-12, 60), Optional.empty(), snapshots);
        return snapshots.epochs.stream()
                .mapToDouble(EpochMetric::trainingLoss)
                .average()
                .orElseThrow();
    }

    @Test
    void dl4jsOwnGoOnFromAnyCheckpointToTheSameBytes() throws IOException {
        Snapshots uninterrupted = new Snapshots();
        TrainingConfiguration configuration = configuration(Network.LAST_BLOCK, 0.5);
        Converged whole = train(new Nd4jEngine(), configuration, Optional.empty(), uninterrupted);

        for (int at : new int[] {0, 1, 2}) {
            ResumePoint from = uninterrupted.resume(uninterrupted.kept.get(at), directory);
            assertThat(train(new Nd4jEngine(), configuration, Optional.of(from), new Snapshots()))
                    .isEqualTo(whole);
        }
    }

    private static Converged train(
            Engine engine, TrainingConfiguration configuration, Optional<ResumePoint> from, TrainingListener listener)
            throws IOException {
        TrainingData data = TrainingData.of(
                MadeUpData.random(1, 96, FEATURES),
                MadeUpData.noise(96, 3),
                MadeUpData.random(2, 20, FEATURES),
                MadeUpData.noise(20, 3));
        return (Converged) Trainer.train(engine, data, configuration, Optional.of(block()), from, listener);
    }

    private static TrainingConfiguration configuration(Network network, double dropout) {
        return configuration(network, dropout, 1e-3, 3);
    }

    private static TrainingConfiguration configuration(
            Network network, double dropout, double learningRate, int epochs) {
        return new TrainingConfiguration(
                "test",
                network,
                List.of(200, 100),
                dropout,
                learningRate,
                Schedule.COSINE,
                0.01,
                Loss.BINARY_CROSS_ENTROPY,
                List.of(View.ORIGINAL),
                // An epoch has a batch of 16 left.
                40,
                epochs,
                epochs,
                2,
                3);
    }

    private static LastBlock block() {
        Random random = new Random(4);
        float[] weights = new float[CHANNELS * CHANNELS * 9];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.2 * random.nextGaussian());
        }
        return new LastBlock(List.of(new LastBlock.Convolution(
                new Tensor(List.of(CHANNELS, CHANNELS, 3, 3), weights), Tensor.vector(new float[CHANNELS]))));
    }
}
