package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class AdamWTest {
    private static final double LEARNING_RATE = 0.01;

    static List<Engine> engines() {
        return List.of(new HostEngine(), new Nd4jEngine());
    }

    @BeforeAll
    static void start() {
        Backend.start(Device.CPU);
    }

    /** ND4J adds its epsilon before it corrects the second moment: of slopes that are not tiny, the same. */
    @Test
    void bothTakeTheSameSteps() {
        float[][] values = new float[2][];
        for (int e = 0; e < 2; e++) {
            MultiLayerNetwork network = network(engines().get(e), 300);
            AdamW adam = engines().get(e).optimiser(configuration(300), 100, network);
            for (int s = 0; s < 4; s++) {
                INDArray gradient = Nd4j.createFromArray(MadeUpData.random(s, 1, (int) network.numParams()));
                steps(adam, network, gradient.addi(Transforms.sign(gradient)), 1);
            }
            values[e] = HostArray.of(network.params()).toArray();
        }

        double furthest = 0;
        for (int i = 0; i < values[0].length; i++) {
            furthest = Math.max(furthest, Math.abs(values[0][i] - values[1][i]));
        }
        assertThat(furthest).isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void itGoesOnFromMomentsAndStepsDone(Engine engine) {
        MultiLayerNetwork network = network(engine, 300);
        AdamW adam = engine.optimiser(configuration(300), 100, network);
        INDArray gradient = Nd4j.createFromArray(MadeUpData.random(3, 1, (int) network.numParams()));
        steps(adam, network, gradient, 3);
        INDArray moments = adam.moments().dup();
        INDArray values = network.params().dup();
        steps(adam, network, gradient, 2);

        MultiLayerNetwork again = network(engine, 300);
        AdamW resumed = engine.optimiser(configuration(300), 100, again);
        again.params().assign(values);
        resumed.moments().assign(moments);
        resumed.stepsDone(3);
        steps(resumed, again, gradient, 2);

        assertThat(again.params()).isEqualTo(network.params());
        assertThat(resumed.moments()).isEqualTo(adam.moments());
    }

    private static void steps(AdamW adam, MultiLayerNetwork network, INDArray gradient, int steps) {
        for (int i = 0; i < steps; i++) {
            network.getFlattenedGradients().assign(gradient);
            adam.step();
        }
    }

    private static MultiLayerNetwork network(Engine engine, int width) {
        NetworkShape shape = NetworkShape.of(configuration(width), width, width, Optional.empty());
        MultiLayerNetwork network = new MultiLayerNetwork(
                NetworkConfiguration.of(configuration(width), shape, BinaryCrossEntropy.plain(width), 1, 5, engine));
        network.init();
        return network;
    }

    /** A single layer. */
    private static TrainingConfiguration configuration(int batch) {
        return new TrainingConfiguration("test", List.of(), 0, LEARNING_RATE, 0.1, batch, 1, 1, 1);
    }
}
