package ai.fomo.learning.training;

import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.Tensor;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains a head: Adam on binary cross-entropy, until the validation loss has not improved for some epochs.
 *
 * <p>A function of data, configuration and backend: same in, same bytes out, resumed or not. Not for several trainings at once
 * in one process: ND4J's random generator is shared.
 */
public final class HeadTrainer {
    private static final int VALIDATION_BATCH = 1024;

    private HeadTrainer() {}

    /**
     * @param resumeFrom state of an earlier attempt with the same data and configuration
     * @throws IllegalArgumentException if that state is of a network of another shape
     */
    public static HeadTraining train(
            TrainingData data,
            TrainingConfiguration configuration,
            Optional<TrainingState> resumeFrom,
            TrainingListener listener) {
        return new Course(data, configuration).run(resumeFrom, listener);
    }

    /** One training under way. */
    private static final class Course {
        private final TrainingConfiguration configuration;
        private final Standardisation standardisation;
        private final Batches training;
        private final Batches validation;
        private final HeadNetwork network;
        private final int stepsPerEpoch;

        private int epoch;
        private int bestEpoch;
        private double bestLoss = Double.POSITIVE_INFINITY;
        private SortedMap<String, Tensor> bestParameters = new TreeMap<>();

        Course(TrainingData data, TrainingConfiguration configuration) {
            this.configuration = configuration;
            this.standardisation = Standardisation.of(data.trainFeatures());
            this.training = new Batches(data.trainFeatures(), data.trainTargets(), standardisation);
            this.validation = new Batches(data.validationFeatures(), data.validationTargets(), standardisation);
            this.network = HeadNetwork.create(configuration, data.features(), data.classes());
            this.stepsPerEpoch = (training.items() + configuration.batch() - 1) / configuration.batch();
        }

        HeadTraining run(Optional<TrainingState> resumeFrom, TrainingListener listener) {
            network.startAt(training.logitsOfFrequencies());
            resumeFrom.ifPresent(this::restore);
            while (epoch < configuration.epochs() && epoch - bestEpoch < configuration.patience()) {
                epoch++;
                long start = System.nanoTime();
                double trainingLoss = trainEpoch();
                double validationLoss = validationLoss();
                if (!Double.isFinite(trainingLoss) || !Double.isFinite(validationLoss)) {
                    return new HeadTraining.Diverged(epoch, configuration.learningRate());
                }
                SortedMap<String, Tensor> parameters = network.parameters();
                if (validationLoss < bestLoss) {
                    bestEpoch = epoch;
                    bestLoss = validationLoss;
                    bestParameters = parameters;
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                listener.onEpoch(
                        new EpochMetric(epoch, trainingLoss, validationLoss, seconds),
                        new TrainingState(epoch, bestEpoch, bestLoss, parameters, network.optimiser(), bestParameters));
            }
            byte[] weights = Head.write(bestParameters, standardisation.mean(), standardisation.deviation());
            return new HeadTraining.Converged(epoch, bestEpoch, bestLoss, weights);
        }

        private void restore(TrainingState state) {
            epoch = state.epoch();
            bestEpoch = state.bestEpoch();
            bestLoss = state.bestValidationLoss();
            bestParameters = state.bestParameters();
            network.restore(state.parameters(), state.optimiser());
            network.stepsDone(epoch * stepsPerEpoch);
        }

        private double trainEpoch() {
            int[] order = Seeds.order(training.items(), configuration.seed(), epoch);
            Nd4j.getRandom().setSeed(Seeds.of(configuration.seed(), epoch, Seeds.Purpose.DROPOUT));
            double sum = 0;
            for (int from = 0; from < order.length; from += configuration.batch()) {
                int to = Math.min(from + configuration.batch(), order.length);
                double loss = network.step(training.features(order, from, to), training.targets(order, from, to));
                sum += loss * (to - from);
            }
            return sum / order.length;
        }

        private double validationLoss() {
            int[] order = validation.inOrder();
            double sum = 0;
            for (int from = 0; from < order.length; from += VALIDATION_BATCH) {
                int to = Math.min(from + VALIDATION_BATCH, order.length);
                INDArray logits = network.logits(validation.features(order, from, to));
                INDArray targets = validation.targets(order, from, to);
                sum += LogitsLoss.perItem(targets, logits).sumNumber().doubleValue();
            }
            return sum / order.length;
        }
    }
}
