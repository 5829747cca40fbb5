package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101): each step shrinks weights, and not biases, by
 * decay times learning rate.
 *
 * <p>Over all parameters as they lie, one after the other. DL4J's own way goes over them five times a step; with 120 million
 * parameters that takes longer than the products do. It also applies a decay that is said for all layers twice.
 */
final class AdamW {
    private final TrainingConfiguration configuration;
    private final int steps;
    private final INDArray gradient;
    private final INDArray moments;
    private final GradientUpdater<?> adam;
    private final List<Part> parts = new ArrayList<>();
    private int stepsDone;

    /** A parameter and its gradient, which becomes what is added to it. */
    private record Part(INDArray values, INDArray change, boolean decays) {}

    /** @param steps that a training of all its epochs has */
    AdamW(TrainingConfiguration configuration, int steps, MultiLayerNetwork network) {
        this.configuration = configuration;
        this.steps = steps;
        network.initGradientsView();
        INDArray values = flat(network.params());
        this.gradient = flat(network.getFlattenedGradients());
        this.moments = Nd4j.zeros(DataType.FLOAT, 1, 2 * gradient.length());
        // Downwards, so that what comes of it can be added.
        this.adam = new Adam(new StepSchedule(configuration.schedule(), -configuration.learningRate(), steps))
                .instantiate(moments, true);
        for (Map.Entry<String, INDArray> parameter : network.paramTable().entrySet()) {
            long from = parameter.getValue().offset() - values.offset();
            long to = from + parameter.getValue().length();
            parts.add(new Part(
                    values.get(NDArrayIndex.interval(from, to)),
                    gradient.get(NDArrayIndex.interval(from, to)),
                    parameter.getKey().endsWith("_W")));
        }
    }

    private static INDArray flat(INDArray array) {
        return array.reshape(array.length());
    }

    /** Takes the gradient that lies there, of the mean loss over a batch, and leaves something else in its place. */
    void step() {
        adam.applyUpdater(gradient, stepsDone, 0);
        double shrinking = 1 - configuration.weightDecay() * learningRate();
        for (Part part : parts) {
            Nd4j.exec(new Axpy(part.values(), part.change(), part.values(), part.decays() ? shrinking : 1));
        }
        stepsDone++;
    }

    /** Of the step that comes next. */
    double learningRate() {
        return configuration.schedule().at(configuration.learningRate(), stepsDone, steps);
    }

    /** Adam's bias correction and the learning rate depend on it. */
    void stepsDone(int done) {
        stepsDone = done;
    }

    /** The two of each parameter; a view. */
    INDArray moments() {
        return moments;
    }
}
