package ai.fomo.storage.training;

import static ai.fomo.storage.Examples.CONFIGURATION;
import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.storage.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TrainingStoresIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final RunStore runs = new RunStore(DATABASE.jdbi());
    private final EpochMetricStore epochs = new EpochMetricStore(DATABASE.jdbi());
    private final TrainingAttemptStore attempts = new TrainingAttemptStore(DATABASE.jdbi());
    private final CheckpointStore checkpoints = new CheckpointStore(DATABASE.jdbi());

    @Test
    void aRunIsOpenUntilItIsFinished() {
        RunId run = started("open");
        RunRow open = runs.find(run).orElseThrow();
        assertThat(open.configuration()).isEqualTo(CONFIGURATION);
        assertThat(open.dataset()).isEqualTo("covers");
        assertThat(open.outcome()).isNull();
        assertThat(open.finishedAt()).isNull();

        runs.finish(run, "PROMOTED", "it was better");

        RunRow finished = runs.find(run).orElseThrow();
        assertThat(finished.outcome()).isEqualTo("PROMOTED");
        assertThat(finished.explanation()).isEqualTo("it was better");
        assertThat(finished.finishedAt()).isAfterOrEqualTo(finished.startedAt());
    }

    @Test
    void startingAndFinishingAgainChangesNothing() {
        RunId run = started("repeated");
        runs.finish(run, "REFUSED", "worse");
        RunRow finished = runs.find(run).orElseThrow();

        started("repeated");
        runs.finish(run, "REFUSED", "worse");

        assertThat(runs.find(run)).contains(finished);
    }

    @Test
    void aRunOfAnotherExecutionIsNotTakenOver() {
        RunId run = started("taken");

        assertThatThrownBy(() -> runs.start(run, "another", "covers", CONFIGURATION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("execution of taken");
    }

    @Test
    void runsAreListedLatestFirst() {
        RunId first = started("listed-1");
        RunId second = started("listed-2");

        assertThat(runs.list(2)).extracting(RunRow::run).containsExactly(second, first);
        assertThat(runs.list(1)).hasSize(1);
        assertThat(runs.find(new RunId("nowhere"))).isEmpty();
    }

    @Test
    void epochsAreRecordedOnceAndComeInOrder() {
        RunId run = started("epochs");
        EpochMetric second = new EpochMetric(2, 0.1 + 0.2, Double.NaN, 1.5);
        EpochMetric first = new EpochMetric(1, 1 / 3.0, 0.25, 2.5);
        epochs.record(run, second);
        epochs.record(run, first);

        epochs.record(run, new EpochMetric(1, 1 / 3.0, 0.25, 99));

        assertThat(epochs.of(run)).containsExactly(first, second);
    }

    @Test
    void whatAnEpochCameToIsKeptToTheLastDigitAndWhatIsUnknownStaysUnknown() {
        RunId run = started("metrics");
        EpochMetric whole = new EpochMetric(1, 1 / 3.0, 0.1 + 0.2, 0.7, 1.5, 123.25, 5L << 30);
        EpochMetric ofAnEarlierVersion = new EpochMetric(2, 0.3, 0.2, 1.5);
        epochs.record(run, whole);
        epochs.record(run, ofAnEarlierVersion);

        assertThat(epochs.of(run)).containsExactly(whole, ofAnEarlierVersion);
    }

    @Test
    void checkpointsComeFurthestFirstAndOfOnePositionTheLastWrittenCounts() {
        RunId run = started("checkpoints");
        Checkpoint within = checkpoint(run, new Position(0, 40), "1", 12.5);
        Checkpoint first = checkpoint(run, new Position(1, 0), "2", 0);
        Checkpoint second = checkpoint(run, new Position(2, 0), "3", 0);
        Checkpoint secondElsewhere = checkpoint(run, new Position(2, 0), "4", 0);
        checkpoints.save(first);
        checkpoints.save(within);
        checkpoints.save(second);
        checkpoints.save(secondElsewhere);

        assertThat(checkpoints.newestFirst(run)).containsExactly(secondElsewhere, first, within);
        assertThat(checkpoints.newestFirst(new RunId("nowhere"))).isEmpty();
    }

    @Test
    void whatIsForgottenLeavesTheBlobsThatTheRestRefersTo() {
        RunId run = started("forgetful");
        Checkpoint first = checkpoint(run, new Position(1, 0), "a", 0);
        Checkpoint second = new Checkpoint(
                run, new Position(2, 0), digest("b"), digest("b'"), 0, Optional.of(new BestEpoch(1, 0.5, digest("a"))));
        Checkpoint third = new Checkpoint(
                run, new Position(3, 0), digest("c"), digest("c'"), 0, Optional.of(new BestEpoch(1, 0.5, digest("a"))));
        for (String blob : List.of("a", "a'", "b", "b'", "c", "c'", "unfinished")) {
            checkpoints.claim(run, digest(blob));
            checkpoints.claim(run, digest(blob));
        }
        List.of(first, second, third).forEach(checkpoints::save);

        assertThat(checkpoints.forget(run, 1))
                .containsExactlyInAnyOrder(digest("a'"), digest("b"), digest("b'"), digest("unfinished"));
        assertThat(checkpoints.newestFirst(run)).containsExactly(third);
        assertThat(checkpoints.forget(run, 0)).hasSize(7);
    }

    @Test
    void attemptsAreKeptInTheirOrder() {
        RunId run = started("attempts");
        TrainingAttempt first =
                new TrainingAttempt(run, digest("features"), null, "0.1.0", "17", "cpu, avx2", null, List.of());
        TrainingAttempt second = new TrainingAttempt(
                run,
                digest("features"),
                digest("mirrored"),
                "0.1.0",
                "17",
                "cpu, avx512",
                new Position(3, 20),
                List.of("the checkpoint of epoch 4 is damaged", "so is that of epoch 3"));
        attempts.record(first);
        attempts.record(second);

        assertThat(attempts.of(run)).containsExactly(first, second);
        assertThat(attempts.of(new RunId("nowhere"))).isEmpty();
    }

    @Test
    void numbersOfRunsCountForEachDataset() {
        assertThat(runs.nextNumber("numbered")).isEqualTo(1);
        assertThat(runs.nextNumber("numbered")).isEqualTo(2);
        assertThat(runs.nextNumber("other")).isEqualTo(1);
    }

    private RunId started(String name) {
        RunId run = new RunId(name);
        runs.start(run, "execution of " + name, "covers", CONFIGURATION);
        return run;
    }

    private static Checkpoint checkpoint(RunId run, Position position, String state, double lossSum) {
        Optional<BestEpoch> best = position.epochs() == 0
                ? Optional.empty()
                : Optional.of(new BestEpoch(position.epochs(), 1 / 3.0, digest(state)));
        return new Checkpoint(run, position, digest(state), digest(state + "'"), lossSum, best);
    }
}
