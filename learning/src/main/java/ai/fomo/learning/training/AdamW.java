package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101): each step shrinks weights, and not biases, by
 * decay times learning rate.
 *
 * <p>Over all parameters as they lie, one after the other. DL4J's own way goes over them five times a step; with 120 million
 * parameters that takes longer than the products do. It also applies a decay that is said for all layers twice.
 */
abstract sealed class AdamW permits HostAdamW, Nd4jAdamW {
    private final TrainingConfiguration configuration;
    private final int steps;
    private final INDArray values;
    private final INDArray gradient;
    private final INDArray moments;
    private final List<Parameter> parameters = new ArrayList<>();
    private int stepsDone;

    /** Where a parameter lies among all. */
    record Parameter(long from, long length, boolean decays) {}

    /** @param steps that a training of all its epochs has */
    AdamW(TrainingConfiguration configuration, int steps, MultiLayerNetwork network) {
        this.configuration = configuration;
        this.steps = steps;
        network.initGradientsView();
        this.values = flat(network.params());
        this.gradient = flat(network.getFlattenedGradients());
        this.moments = Nd4j.zeros(DataType.FLOAT, 1, 2 * gradient.length());
        for (Map.Entry<String, INDArray> parameter : network.paramTable().entrySet()) {
            INDArray place = parameter.getValue();
            parameters.add(new Parameter(
                    place.offset() - values.offset(),
                    place.length(),
                    parameter.getKey().endsWith("_W")));
        }
    }

    private static INDArray flat(INDArray array) {
        return array.reshape(array.length());
    }

    /** Takes the gradient that lies there, of the mean loss over a batch. What lies there afterwards has no meaning. */
    final void step() {
        double learningRate = learningRate();
        update(stepsDone + 1, learningRate, 1 - configuration.weightDecay() * learningRate);
        stepsDone++;
    }

    /**
     * @param step counted from 1
     * @param shrinking what parameters that decay are multiplied by
     */
    abstract void update(int step, double learningRate, double shrinking);

    /** Of the step that comes next. */
    final double learningRate() {
        return configuration.schedule().at(configuration.learningRate(), stepsDone, steps);
    }

    /** Adam's bias correction and the learning rate depend on it. */
    final void stepsDone(int done) {
        stepsDone = done;
    }

    /** The first of each parameter, then the second of each; a view. */
    final INDArray moments() {
        return moments;
    }

    final INDArray values() {
        return values;
    }

    final INDArray gradient() {
        return gradient;
    }

    final List<Parameter> parameters() {
        return parameters;
    }
}
