package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final Map<String, Tensor> LAYERS = Map.of(
            "layer.0.weight", Tensor.matrix(2, 3, new float[] {1, -1, 0.5f, 2, 1, -3}),
            "layer.0.bias", Tensor.vector(new float[] {0, 0.5f, 1}),
            "layer.1.weight", Tensor.matrix(3, 1, new float[] {1, 2, 3}),
            "layer.1.bias", Tensor.vector(new float[] {-4}));

    @Test
    void aHeadStandardisesAndAppliesItsLayers() {
        Head head = Head.load(Head.write(LAYERS, new float[] {10, 20}, new float[] {2, 4}));

        // Standardised: 1, -0.5. Hidden: 0, -1, 3, of which ReLU leaves 0, 0, 3. Logit: 5.
        assertThat(head.logits(new float[][] {{12, 18}})[0][0]).isCloseTo(5, within(1e-6));
        assertThat(head.features()).isEqualTo(2);
        assertThat(head.classes()).isEqualTo(1);
    }

    @Test
    void featuresOfAnotherLengthAreRefused() {
        Head head = Head.load(Head.write(LAYERS, new float[2], new float[] {1, 1}));

        assertThatThrownBy(() -> head.logits(new float[][] {{1, 2, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes 2 features");
    }

    @Test
    void weightsThatDoNotFitTogetherAreRefused() {
        Map<String, Tensor> narrow = new HashMap<>(LAYERS);
        narrow.put("layer.1.weight", Tensor.matrix(2, 1, new float[2]));
        Map<String, Tensor> without = new HashMap<>(LAYERS);
        without.remove("layer.1.bias");
        Map<String, Tensor> more = new HashMap<>(LAYERS);
        more.put("layer.7.bias", Tensor.vector(new float[1]));

        for (Map<String, Tensor> layers : java.util.List.of(narrow, without, more, Map.<String, Tensor>of())) {
            byte[] weights = Head.write(layers, new float[2], new float[] {1, 1});
            assertThatThrownBy(() -> Head.load(weights)).isInstanceOf(NotAModelFileException.class);
        }
    }

    @Test
    void anotherFormatIsRefused() {
        byte[] file = SafeTensors.of(Map.of("format", "fomo-model/1"), LAYERS).toBytes();

        assertThatThrownBy(() -> Head.load(file))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageContaining("fomo-model/1");
    }

    @Test
    void aTrainingStateThatContradictsItselfIsRefused() {
        Map<String, Tensor> tensors = Map.of("optimiser/adam", Tensor.vector(new float[0]));
        Map<String, String> metadata = new HashMap<>(Map.of(
                "format",
                "fomo-training-state/1",
                "epoch",
                "2",
                "best_epoch",
                "3",
                "best_validation_loss",
                "0x1.0p-1"));
        byte[] bestAfterLast = SafeTensors.of(metadata, tensors).toBytes();
        metadata.put("best_epoch", "two");
        byte[] noNumber = SafeTensors.of(metadata, tensors).toBytes();

        assertThatThrownBy(() -> TrainingState.parse(bestAfterLast)).isInstanceOf(NotAModelFileException.class);
        assertThatThrownBy(() -> TrainingState.parse(noNumber)).isInstanceOf(NotAModelFileException.class);
    }
}
