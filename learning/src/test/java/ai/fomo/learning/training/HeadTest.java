package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.StreamedTensor;
import ai.fomo.learning.model.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final Map<String, Tensor> LAYERS = Map.of(
            "layer.0.weight", Tensor.matrix(2, 3, new float[] {1, -1, 0.5f, 2, 1, -3}),
            "layer.0.bias", Tensor.vector(new float[] {0, 0.5f, 1}),
            "layer.1.weight", Tensor.matrix(3, 1, new float[] {1, 2, 3}),
            "layer.1.bias", Tensor.vector(new float[] {-4}));

    @Test
    void aHeadStandardisesAndAppliesItsLayers() {
        Head head = Head.load(file(LAYERS, new float[] {10, 20}, new float[] {2, 4}));

        // Standardised: 1, -0.5. Hidden: 0, -1, 3, of which ReLU leaves 0, 0, 3. Logit: 5.
        assertThat(head.logits(new float[][] {{12, 18}})[0][0]).isCloseTo(5, within(1e-6));
        assertThat(head.features()).isEqualTo(2);
        assertThat(head.classes()).isEqualTo(1);
    }

    @Test
    void featuresOfAnotherLengthAreRefused() {
        Head head = Head.load(file(LAYERS, new float[2], new float[] {1, 1}));

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
            byte[] weights = file(layers, new float[2], new float[] {1, 1});
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
    void manyRowsTogetherAreTheSameToTheBitAsEachAlone() {
        Random random = new Random(5);
        Map<String, Tensor> layers = Map.of(
                "layer.0.weight", Tensor.matrix(7, 5, normal(random, 35)),
                "layer.0.bias", Tensor.vector(normal(random, 5)),
                "layer.1.weight", Tensor.matrix(5, 3, normal(random, 15)),
                "layer.1.bias", Tensor.vector(normal(random, 3)));
        float[] ones = {1, 1, 1, 1, 1, 1, 1};
        Head head = Head.load(file(layers, normal(random, 7), ones));
        float[][] rows = MadeUpData.random(6, 50, 7);

        double[][] together = head.logits(rows);

        for (int i = 0; i < rows.length; i++) {
            assertThat(head.logits(new float[][] {rows[i]})[0]).isEqualTo(together[i]);
        }
        assertThat(head.logits(new float[0][])).isEmpty();
    }

    private static byte[] file(Map<String, Tensor> layers, float[] mean, float[] deviation) {
        Map<String, StreamedTensor> tensors = new HashMap<>();
        layers.forEach((name, tensor) -> tensors.put(name, StreamedTensor.of(tensor)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Head.write(tensors, mean, deviation, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static float[] normal(Random random, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
