package ai.fomo.storage.training;

import static ai.fomo.storage.Examples.CONFIGURATION;
import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TrainingStoresIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final RunStore runs = new RunStore(DATABASE.jdbi());
    private final EpochMetricStore epochs = new EpochMetricStore(DATABASE.jdbi());
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
    void checkpointsComeNewestFirstAndOfOneEpochTheFirstWrittenFirst() {
        RunId run = started("checkpoints");
        Checkpoint first = new Checkpoint(run, 1, digest("1"), 0.5, 1);
        Checkpoint second = new Checkpoint(run, 2, digest("z"), 0.6, 1);
        Checkpoint secondElsewhere = new Checkpoint(run, 2, digest("a"), 0.6, 1);
        checkpoints.save(first);
        checkpoints.save(second);
        checkpoints.save(secondElsewhere);
        checkpoints.save(second);

        assertThat(checkpoints.newestFirst(run)).containsExactly(second, secondElsewhere, first);
        assertThat(checkpoints.newestFirst(new RunId("nowhere"))).isEmpty();
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
}
