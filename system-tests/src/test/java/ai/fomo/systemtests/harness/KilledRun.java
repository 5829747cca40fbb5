package ai.fomo.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.systemtests.harness.TrainingRows.Attempt;
import ai.fomo.systemtests.harness.TrainingRows.Place;
import ai.fomo.systemtests.harness.TrainingRows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training whose worker is killed again and again, and what must hold after each kill and at its end. */
public final class KilledRun {
    private static final Logger LOG = LoggerFactory.getLogger(KilledRun.class);

    /** Until the one before counts as lost, the next one has begun, and has come to where it is to be killed. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** Each checkpoint has weights and optimiser, in this order. */
    private static final int PUTS = 2;

    private final KillableTrainings trainings;
    private final TrainingRows rows;
    private final TrainingConfiguration configuration;
    private final String run;
    /** The furthest checkpoint at each kill; null where there was none. */
    private final List<@Nullable Place> left = new ArrayList<>();

    private KilledRun(KillableTrainings trainings, TrainingConfiguration configuration) {
        this.trainings = trainings;
        this.rows = trainings.rows();
        this.configuration = configuration;
        this.run = trainings.start(configuration);
    }

    /** Begins as soon as there is a worker. */
    public static KilledRun start(KillableTrainings trainings, TrainingConfiguration configuration) {
        return new KilledRun(trainings, configuration);
    }

    public String run() {
        return run;
    }

    /** Starts a worker, kills it, and looks at what it has left. */
    public void kill(Kill kill) {
        int begin = left.isEmpty() ? 0 : index(left.get(left.size() - 1));
        if (kill instanceof Kill.At at) {
            Strike strike = strike(at.moment(), at.number(), this::isUnderWay);
            if (at.moment().isOfPut()) {
                assertThat(index(furthest()))
                        .as("%s, %s: all checkpoints before it", run, strike)
                        .isEqualTo(begin + (strike.fellAt() - 1) / PUTS);
            }
        } else if (kill instanceof Kill.AtTheEnd end) {
            int last = rows.epochs(trainings.undisturbed(configuration)).size();
            strike(end.moment(), end.number(), () -> rows.epochs(run).size() == last);
            assertThat(index(furthest()))
                    .as("%s: all checkpoints before %s", run, end)
                    .isEqualTo(last * checkpointsPerEpoch() - (end.moment().isOfPut() ? 1 : 0));
        } else if (kill instanceof Kill.InAStep step) {
            startWorker();
            until(this::isUnderWay);
            until(() -> index(furthest()) >= begin + step.checkpoints());
            FomoHome.sleep(Duration.ofMillis(step.delay()));
            until(() -> !trainings.wire().busy());
            trainings.killWorker();
            settle();
        }
        left.add(furthest());
        LOG.info("{}: {} left {}", run, kill, furthest());
        assertThat(rows.attempts(run)).as("%s: attempts by %s", run, kill).hasSize(left.size());
        requireWhole();
    }

    /** Starts a worker and, as soon as it trains, tells it to stop, which it does behind a checkpoint of the step in hand. */
    public void stop() {
        int before = rows.attempts(run).size();
        trainings.startWorker();
        until(() -> rows.attempts(run).size() > before);
        trainings.stopWorker();
        left.add(furthest());
        LOG.info("{}: told to stop, it left {}", run, furthest());
        requireWhole();
    }

    /** Starts a worker and lets it live. */
    public void finish() {
        startWorker();
        trainings.awaitEnd(run);
        trainings.killWorker();
    }

    /** Each attempt went on where the one before had left its furthest checkpoint; so no more than one interval was lost. */
    public void requireThatEachAttemptWentOnFromTheFurthestCheckpoint() {
        List<@Nullable Place> begun = new ArrayList<>();
        begun.add(null);
        begun.addAll(left);
        assertThat(rows.attempts(run)).extracting(Attempt::resumed).containsExactlyElementsOf(begun);
    }

    public void requireTheResultOfAnUndisturbedOne() {
        String other = trainings.undisturbed(configuration);
        assertThat(rows.epochs(run)).isEqualTo(rows.epochs(other));
        assertThat(rows.epochs(run).size())
                .as("epochs of a training that stops early")
                .isLessThan(configuration.epochs());
        assertThat(rows.models(run)).hasSize(1).isEqualTo(rows.models(other));
    }

    /** A worker that is stopping may be given the training once more, and stops it again where it is. */
    public void requireThatNothingWasTrainedTwice() {
        assertThat(left)
                .as("each has done at least a step")
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(rows.attempts(run))
                .extracting(Attempt::resumed)
                .startsWith((Place) null)
                .containsSubsequence(left)
                .endsWith(left.get(left.size() - 1));
    }

    /** Neither blobs nor rows, nor a claim to a blob. */
    public void requireThatNothingIsLeft() {
        assertThat(rows.checkpoints(run)).isEmpty();
        assertThat(rows.claimed(run)).isEmpty();
        assertThat(trainings.files().names()).isEmpty();
    }

    private Strike strike(Moment moment, int number, BooleanSupplier counts) {
        Strike strike = trainings.wire().arm(moment, number, counts, trainings::killWorker);
        startWorker();
        strike.await(LIMIT);
        settle();
        return strike;
    }

    /** Until the one before counts as lost, the new one has time for the training that this one is compared with. */
    private void startWorker() {
        trainings.startWorker();
        if (!left.isEmpty()) {
            trainings.undisturbed(configuration);
        }
    }

    private boolean isUnderWay() {
        return rows.attempts(run).size() == left.size() + 1;
    }

    /** What a row promises is there; what is there is known to be somebody's. Holds at every moment. */
    private void requireWhole() {
        for (Row row : rows.checkpoints(run)) {
            assertThat(Stream.of(row.weights(), row.optimiser(), row.best() == null ? row.weights() : row.best()))
                    .as("%s: blobs of the checkpoint of %s", run, row.place())
                    .allMatch(trainings.files()::isIntact);
        }
        assertThat(rows.claimed(run))
                .as("%s: what it says it needs", run)
                .containsAll(trainings.files().names());
    }

    /** What the dead one has asked of the database and of S3 may happen yet. */
    private static void settle() {
        FomoHome.sleep(Duration.ofMillis(500));
    }

    private @Nullable Place furthest() {
        return rows.checkpoints(run).stream().map(Row::place).findFirst().orElse(null);
    }

    /** How many checkpoints a training writes up to a place. */
    private int index(@Nullable Place place) {
        return place == null
                ? 0
                : place.epochs() * checkpointsPerEpoch() + place.steps() / configuration.checkpointSteps();
    }

    private int checkpointsPerEpoch() {
        int steps = (rows.trainingImages(run) + configuration.batch() - 1) / configuration.batch();
        return (steps - 1) / configuration.checkpointSteps() + 1;
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            FomoHome.sleep(Duration.ofMillis(2));
        }
    }
}
