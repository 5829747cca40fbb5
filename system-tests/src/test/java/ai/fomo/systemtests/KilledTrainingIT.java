package ai.fomo.systemtests;

import static ai.fomo.systemtests.harness.Moment.PUT_ANSWERED;
import static ai.fomo.systemtests.harness.Moment.PUT_BEGINS;
import static ai.fomo.systemtests.harness.Moment.PUT_HALFWAY;
import static ai.fomo.systemtests.harness.Moment.REMOVAL_ANSWERED;
import static ai.fomo.systemtests.harness.Moment.REMOVAL_BEGINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.systemtests.harness.Kill;
import ai.fomo.systemtests.harness.Kill.At;
import ai.fomo.systemtests.harness.Kill.AtTheEnd;
import ai.fomo.systemtests.harness.Kill.InAStep;
import ai.fomo.systemtests.harness.KillableTrainings;
import ai.fomo.systemtests.harness.KilledRun;
import ai.fomo.systemtests.harness.TrainingRows.Attempt;
import ai.fomo.systemtests.harness.TrainingRows.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process that trains dies without a word, wherever it is; another one ends in the same bytes. */
class KilledTrainingIT {
    private static KillableTrainings trainings;

    @BeforeAll
    static void start(@TempDir Path directory) {
        trainings = KillableTrainings.in(directory);
    }

    @AfterAll
    static void stop() {
        trainings.close();
    }

    @Test
    void aTrainingThatIsKilledInAPutAndBetweenPutAndRowEndsInTheSameBytes() {
        killAndCompare(3, List.of(new At(PUT_HALFWAY, 4), new At(PUT_ANSWERED, 6)));
    }

    @Test
    @Tag("long")
    void aWorkerThatIsToldToStopHandsTheTrainingOverBehindTheStepInHand() {
        // Before: it would be over before the next one that is told to stop has begun.
        TrainingConfiguration configuration = configuration(5);
        trainUndisturbed(configuration);
        KilledRun run = KilledRun.start(trainings, configuration);
        run.stop();
        run.stop();
        run.finish();

        run.requireThatNothingWasTrainedTwice();
        run.requireTheResultOfAnUndisturbedOne();
        run.requireThatNothingIsLeft();
    }

    /** Twenty kills. An activity has as many attempts, and each kill costs one: so they are spread over five trainings. */
    static Stream<Arguments> kills() {
        return Stream.of(
                arguments(
                        11L,
                        List.of(
                                new InAStep(1, 17),
                                new At(PUT_HALFWAY, 3),
                                new At(PUT_ANSWERED, 4),
                                new AtTheEnd(PUT_ANSWERED, 2))),
                arguments(
                        23L,
                        List.of(
                                new At(PUT_BEGINS, 1),
                                new At(REMOVAL_BEGINS, 2),
                                new InAStep(2, 41),
                                new AtTheEnd(REMOVAL_BEGINS, 1))),
                arguments(
                        37L,
                        List.of(
                                new At(PUT_ANSWERED, 2),
                                new At(PUT_HALFWAY, 6),
                                new InAStep(3, 5),
                                new AtTheEnd(PUT_HALFWAY, 1))),
                arguments(
                        53L,
                        List.of(
                                new At(PUT_HALFWAY, 2),
                                new At(REMOVAL_ANSWERED, 1),
                                new At(PUT_BEGINS, 4),
                                new InAStep(1, 90))),
                arguments(
                        71L,
                        List.of(
                                new At(REMOVAL_ANSWERED, 3),
                                new At(PUT_ANSWERED, 8),
                                new At(PUT_BEGINS, 5),
                                new InAStep(2, 130))));
    }

    @ParameterizedTest
    @MethodSource("kills")
    @Tag("long")
    void aTrainingThatIsKilledFourTimesEndsInTheSameBytes(long seed, List<Kill> kills) {
        killAndCompare(seed, kills);
    }

    @Test
    @Tag("long")
    void aDamagedCheckpointIsPassedOverForTheOneBefore() {
        KilledRun run = killedAfterFourCheckpoints();
        List<Row> rows = trainings.rows().checkpoints(run.run());
        String damaged = rows.get(0).optimiser();
        trainings.files().damage(damaged);

        run.finish();

        Attempt second = trainings.rows().attempts(run.run()).get(1);
        assertThat(second.resumed()).isEqualTo(rows.get(1).place());
        assertThat(second.passedOver())
                .singleElement(STRING)
                .startsWith("the checkpoint of epoch 1 is passed over: checkpoints/" + damaged)
                .contains("is damaged: its content has the SHA-256 ");
        requireSaidAndDone(run, second);
    }

    @Test
    @Tag("long")
    void aCheckpointThatLacksABlobIsPassedOverForTheOneBefore() {
        KilledRun run = killedAfterFourCheckpoints();
        List<Row> rows = trainings.rows().checkpoints(run.run());
        String missing = rows.get(0).weights();
        trainings.files().remove(missing);

        run.finish();

        Attempt second = trainings.rows().attempts(run.run()).get(1);
        assertThat(second.resumed()).isEqualTo(rows.get(1).place());
        assertThat(second.passedOver())
                .singleElement(STRING)
                .startsWith("the checkpoint of epoch 1 is passed over: checkpoints/" + missing + " is not in ");
        requireSaidAndDone(run, second);
    }

    @Test
    @Tag("long")
    void whereAllCheckpointsAreDamagedTheTrainingBeginsAnew() {
        KilledRun run = killedAfterFourCheckpoints();
        List<Row> rows = trainings.rows().checkpoints(run.run());
        rows.forEach(row -> trainings.files().damage(row.weights()));

        run.finish();

        Attempt second = trainings.rows().attempts(run.run()).get(1);
        assertThat(second.resumed()).isNull();
        assertThat(second.passedOver()).hasSize(2);
        assertThat(second.passedOver().get(0)).contains(rows.get(0).weights());
        assertThat(second.passedOver().get(1)).contains(rows.get(1).weights());
        requireSaidAndDone(run, second);
    }

    private static KilledRun killedAfterFourCheckpoints() {
        TrainingConfiguration configuration = configuration(3);
        // Before: the same training, later, would put the same bytes again, and so repair what is damaged here.
        trainUndisturbed(configuration);
        KilledRun run = KilledRun.start(trainings, configuration);
        run.kill(new At(PUT_BEGINS, 9));
        return run;
    }

    private static void trainUndisturbed(TrainingConfiguration configuration) {
        trainings.startWorker();
        trainings.undisturbed(configuration);
        trainings.killWorker();
    }

    private static void requireSaidAndDone(KilledRun run, Attempt attempt) {
        assertThat(trainings.log())
                .contains(attempt.passedOver().stream()
                        .map(sentence -> run.run() + ": " + sentence)
                        .toList());
        run.requireTheResultOfAnUndisturbedOne();
        run.requireThatNothingIsLeft();
    }

    private static void killAndCompare(long seed, List<Kill> kills) {
        KilledRun run = KilledRun.start(trainings, configuration(seed));
        kills.forEach(run::kill);
        run.finish();

        run.requireThatEachAttemptWentOnFromTheFurthestCheckpoint();
        run.requireTheResultOfAnUndisturbedOne();
        run.requireThatNothingIsLeft();
    }

    /** Whatever a training can carry from one step to the next is in it. It learns too fast, so that it stops early. */
    private static TrainingConfiguration configuration(long seed) {
        return new TrainingConfiguration(
                "small",
                Network.HEAD,
                List.of(512, 256),
                0.5,
                2e-3,
                Schedule.COSINE,
                0.1,
                Loss.BINARY_CROSS_ENTROPY,
                List.of(View.ORIGINAL, View.MIRROR),
                8,
                12,
                3,
                3,
                seed);
    }
}
