package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** In ND4J's operations, wherever its arrays lie. */
final class Nd4jAdamW extends AdamW {
    private final GradientUpdater<?> adam;

    Nd4jAdamW(TrainingConfiguration configuration, int steps, MultiLayerNetwork network) {
        super(configuration, steps, network);
        // Downwards, so that what comes of it can be added.
        this.adam = new Adam(new StepSchedule(configuration.schedule(), -configuration.learningRate(), steps))
                .instantiate(moments(), true);
    }

    @Override
    void update(int step, double learningRate, double shrinking) {
        adam.applyUpdater(gradient(), step - 1, 0);
        for (Parameter parameter : parameters()) {
            INDArray place = part(values(), parameter);
            Nd4j.exec(new Axpy(place, part(gradient(), parameter), place, parameter.decays() ? shrinking : 1));
        }
    }

    private static INDArray part(INDArray all, Parameter parameter) {
        return all.get(NDArrayIndex.interval(parameter.from(), parameter.from() + parameter.length()));
    }
}
