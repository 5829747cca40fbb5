package ai.fomo.learning.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictorTest {
    /** Two features to two logits: the first, and twice the second. */
    private static final SafeTensors HEAD = SafeTensors.of(
            Map.of("format", "fomo-head/1"),
            Map.of(
                    "standardise.mean", Tensor.vector(new float[] {0, 0}),
                    "standardise.deviation", Tensor.vector(new float[] {1, 1}),
                    "layer.0.weight", Tensor.matrix(2, 2, new float[] {1, 0, 0, 2}),
                    "layer.0.bias", Tensor.vector(new float[] {0, 0})));

    @Test
    void probabilitiesAreTheHeadsLogitsCalibrated() {
        Predictor predictor =
                Predictor.of(model(2, List.of("Jazz", "Rock"), new Calibration(List.of(2.0, 0.5), List.of(-1.0, 1.0))));

        double[][] probabilities = predictor.probabilities(new float[][] {{3, 4}, {0, 0}});

        // Logits 3 and 8: 2 * 3 - 1, 0.5 * 8 + 1.
        assertThat(probabilities[0]).containsExactly(new double[] {sigmoid(5), sigmoid(5)}, within(1e-12));
        assertThat(probabilities[1]).containsExactly(new double[] {sigmoid(-1), sigmoid(1)}, within(1e-12));
    }

    @Test
    void aHeadThatDoesNotFitTheModelAroundItIsRefused() {
        ModelFile wider = model(3, List.of("Jazz", "Rock"), Calibration.identity(2));
        ModelFile fewer = model(2, List.of("Jazz"), Calibration.identity(1));

        for (ModelFile model : List.of(wider, fewer)) {
            assertThatThrownBy(() -> Predictor.of(model))
                    .isInstanceOf(NotAModelFileException.class)
                    .hasMessageContaining("does not fit");
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static ModelFile model(int dimension, List<String> classes, Calibration calibration) {
        return new ModelFile(
                new EncoderId("tiny", Sha256.of(new byte[0]), "none", 1, dimension),
                classes,
                calibration,
                new DecisionRule(Collections.nCopies(classes.size(), 0.5)),
                new TrainingConfiguration("small", List.of(), 0, 0.001, 0, 128, 30, 5, 1),
                HEAD);
    }
}
