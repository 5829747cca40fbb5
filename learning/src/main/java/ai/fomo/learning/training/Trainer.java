package ai.fomo.learning.training;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Trains with Adam until the validation loss has not improved for some epochs.
 *
 * <p>A function of data, configuration, pretrained weights and backend: same in, same bytes out, however often it was
 * interrupted. Not for several trainings at once in one process: ND4J's random generator is shared.
 */
public final class Trainer {
    /** Times the loss of the answer that training begins with; no useful training ever comes back from there. */
    private static final double EXPLODED = 50;
    /** Of items and classes in the mean: below it a loss has not exploded, however small it was at first. */
    private static final double LEAST_EXPLODED = 10;

    private final TrainingConfiguration configuration;
    private final TrainingListener listener;
    private final Batches training;
    private final Validation validation;
    private final TrainableNetwork network;
    private final int stepsPerEpoch;
    private final int steps;
    private final double lossAtStart;

    private Position position = Position.START;
    private double lossSum;
    private @Nullable BestEpoch best;

    private Trainer(
            Engine engine,
            TrainingData data,
            TrainingConfiguration configuration,
            Optional<LastBlock> pretrained,
            TrainingListener listener) {
        this.configuration = configuration;
        this.listener = listener;
        if (configuration.batch() > data.items()) {
            throw new IllegalArgumentException("a batch of " + configuration.batch() + " is larger than the "
                    + data.items() + " training images; choose a smaller one: --batch " + data.items());
        }
        NetworkShape shape = NetworkShape.of(configuration, data.features(), data.classes(), pretrained);
        Standardisation standardisation = shape.block().isPresent()
                ? Standardisation.none(data.features())
                : Standardisation.of(data.views().get(0));
        this.training = new Batches(engine, data.views(), data.targets(), standardisation);
        this.stepsPerEpoch = (data.items() + configuration.batch() - 1) / configuration.batch();
        this.steps = Math.multiplyExact(stepsPerEpoch, configuration.epochs());
        LogitsLoss loss = LogitsLoss.of(configuration.loss(), training.positives(), data.items());
        this.network = TrainableNetwork.create(
                engine,
                configuration,
                shape,
                loss,
                shape.block()
                        .map(block -> BlockScale.of(block, data.views().get(0)))
                        .orElse(1f),
                steps);
        float[] frequencies = training.logitsOfFrequencies();
        this.lossAtStart = lossOf(loss, frequencies, data.targets());
        network.startAt(frequencies);
        this.validation = new Validation(
                new Batches(engine, List.of(data.validation()), data.validationTargets(), standardisation), network);
    }

    /**
     * @param pretrained what the last block begins with; not looked at where only a head is trained
     * @param resumeFrom of an earlier attempt with the same data, configuration and pretrained weights
     * @throws IllegalArgumentException if the batch is larger than the data, or the checkpoint of a network of another shape
     * @throws IOException if a snapshot cannot be written, or the files to resume from cannot be read
     */
    public static TrainingResult train(
            TrainingData data,
            TrainingConfiguration configuration,
            Optional<LastBlock> pretrained,
            Optional<ResumePoint> resumeFrom,
            TrainingListener listener)
            throws IOException {
        return train(Engine.ofThisProcess(), data, configuration, pretrained, resumeFrom, listener);
    }

    static TrainingResult train(
            Engine engine,
            TrainingData data,
            TrainingConfiguration configuration,
            Optional<LastBlock> pretrained,
            Optional<ResumePoint> resumeFrom,
            TrainingListener listener)
            throws IOException {
        Trainer trainer = new Trainer(engine, data, configuration, pretrained, listener);
        if (resumeFrom.isPresent()) {
            trainer.restore(resumeFrom.get());
        }
        return trainer.run();
    }

    private void restore(ResumePoint from) throws IOException {
        network.restore(from.weights(), from.optimiser());
        position = from.position();
        lossSum = from.lossSum();
        best = from.best().orElse(null);
        network.stepsDone(position.epochs() * stepsPerEpoch + position.steps());
    }

    private TrainingResult run() throws IOException {
        while (position.epochs() < configuration.epochs() && !patienceIsSpent()) {
            Optional<TrainingResult> end = epoch(position.epochs() + 1);
            if (end.isPresent()) {
                return end.get();
            }
        }
        if (best == null) {
            throw new IllegalStateException("a training of no epoch has no result");
        }
        return new TrainingResult.Converged(position.epochs(), best);
    }

    private boolean patienceIsSpent() {
        return best != null && position.epochs() - best.epoch() >= configuration.patience();
    }

    /** Empty where the training goes on after it. */
    private Optional<TrainingResult> epoch(int epoch) throws IOException {
        int[] order = Seeds.order(training.items(), configuration.seed(), epoch);
        int[] views = Seeds.views(training.items(), training.views().size(), configuration.seed(), epoch);
        long start = System.nanoTime();
        int firstStep = position.steps();
        boolean stopping = false;
        for (int step = firstStep + 1; step <= stepsPerEpoch; step++) {
            double learningRate = network.learningRate();
            if (!step(epoch, step, order, views)) {
                return Optional.of(new TrainingResult.Diverged(epoch, learningRate));
            }
            stopping = listener.onStep(epoch, step, stepsPerEpoch) == TrainingListener.Signal.STOP;
            if (step < stepsPerEpoch) {
                position = new Position(epoch - 1, step);
                if (stopping) {
                    listener.onSnapshot(snapshot(Optional.empty()));
                    return Optional.of(new TrainingResult.Stopped(position));
                }
                if (configuration.checkpointSteps() > 0 && step % configuration.checkpointSteps() == 0) {
                    listener.onSnapshot(snapshot(Optional.empty()));
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int trained = training.items() - firstStep * configuration.batch();
        if (!endEpoch(epoch, start, trained / seconds)) {
            return Optional.of(new TrainingResult.Diverged(epoch, network.learningRate()));
        }
        return stopping && !patienceIsSpent() && epoch < configuration.epochs()
                ? Optional.of(new TrainingResult.Stopped(position))
                : Optional.empty();
    }

    /** Whether the loss is one to go on with. */
    private boolean step(int epoch, int step, int[] order, int[] views) {
        int from = (step - 1) * configuration.batch();
        int to = Math.min(from + configuration.batch(), order.length);
        double loss = network.step(
                training.features(order, views, from, to),
                training.targets(order, from, to),
                Seeds.of(configuration.seed(), epoch, step, Seeds.Purpose.DROPOUT));
        lossSum += loss * (to - from);
        return isSane(loss);
    }

    /** Whether the losses are ones to go on with. */
    private boolean endEpoch(int epoch, long start, double imagesPerSecond) throws IOException {
        Validation.Outcome outcome = validation.run();
        OptionalLong resident = ResidentMemory.anonymous();
        double trainingLoss = lossSum / training.items();
        if (!isSane(trainingLoss) || !isSane(outcome.loss())) {
            return false;
        }
        listener.onEpoch(new EpochMetric(
                epoch,
                trainingLoss,
                outcome.loss(),
                outcome.meanAveragePrecision(),
                (System.nanoTime() - start) / 1e9,
                imagesPerSecond,
                resident.isPresent() ? resident.getAsLong() : null));
        position = new Position(epoch, 0);
        lossSum = 0;
        boolean improved = best == null || outcome.loss() < best.validationLoss();
        Sha256 weights = listener.onSnapshot(snapshot(improved ? Optional.of(outcome.loss()) : Optional.empty()));
        if (improved) {
            best = new BestEpoch(epoch, outcome.loss(), weights);
        }
        return true;
    }

    private Snapshot snapshot(Optional<Double> improved) {
        return new Snapshot(
                position,
                lossSum,
                Optional.ofNullable(best),
                improved,
                out -> network.writeWeights(training.standardisation(), out),
                network::writeOptimiser);
    }

    private boolean isSane(double loss) {
        return Double.isFinite(loss) && loss < Math.max(LEAST_EXPLODED, EXPLODED * lossAtStart);
    }

    /** Mean over the items of an answer that is the same for all of them. */
    private static double lossOf(LogitsLoss loss, float[] logits, float[][] targets) {
        double sum = 0;
        for (float[] item : targets) {
            for (int c = 0; c < item.length; c++) {
                sum += loss.loss(logits[c], item[c], c) / item.length;
            }
        }
        return sum / targets.length;
    }
}
