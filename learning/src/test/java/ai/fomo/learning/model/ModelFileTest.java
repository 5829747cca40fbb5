package ai.fomo.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final EncoderId ENCODER =
            new EncoderId("efficientnet-lite0", Sha256.of(new byte[] {1}), "onnxruntime-1.29.0", 1, 1280);
    private static final TrainingConfiguration CONFIGURATION =
            new TrainingConfiguration("small", List.of(256), 0.3, 0.001, 1e-4, 128, 30, 5, Long.MIN_VALUE);
    private static final byte[] HEAD = SafeTensors.of(
                    Map.of("format", "fomo-head/1"), Map.of("layer.0.bias", Tensor.vector(new float[] {1, 2})))
            .toBytes();

    @Test
    void aModelIsReadBackAsItWas() {
        ModelFile model = model(List.of("Jazz", "Rock"), List.of(0.1, 1 / 3.0));
        ModelFile read = ModelFile.parse(model.toBytes());

        assertThat(read).usingRecursiveComparison().isEqualTo(model);
        assertThat(read.toBytes()).isEqualTo(model.toBytes());
    }

    @Test
    void theTaxonomyIsTheClassesInTheirOrder() {
        Sha256 taxonomy = model(List.of("Jazz", "Rock"), List.of(0.5, 0.5)).taxonomy();

        assertThat(taxonomy)
                .isEqualTo(model(List.of("Jazz", "Rock"), List.of(0.1, 0.2)).taxonomy());
        assertThat(taxonomy)
                .isNotEqualTo(model(List.of("Rock", "Jazz"), List.of(0.5, 0.5)).taxonomy());
    }

    @Test
    void aHeadIsNoModel() {
        assertThatThrownBy(() -> ModelFile.parse(HEAD))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageContaining("fomo-head/1");
    }

    @Test
    void aDescriptionThatDoesNotFitIsRefused() {
        String json = SafeTensors.parse(
                        model(List.of("Jazz", "Rock"), List.of(0.5, 0.5)).toBytes())
                .text("model");
        for (String damaged : List.of(
                json.replace("[0.5,0.5]", "[0.5]"),
                json.replace("[0.5,0.5]", "[0.5,7]"),
                json.replace("[0.5,0.5]", "null"),
                json.replace("\"Rock\"", "null"),
                json.replace("\"batch\":128", "\"batch\":-1"),
                json.replace(ENCODER.weights().hex(), "abc"),
                "{}",
                "null",
                "")) {
            byte[] file = SafeTensors.of(Map.of("format", "fomo-model/1", "model", damaged), Map.of())
                    .toBytes();

            assertThat(damaged).isNotEqualTo(json);
            assertThatThrownBy(() -> ModelFile.parse(file)).isInstanceOf(NotAModelFileException.class);
        }
    }

    private static ModelFile model(List<String> classes, List<Double> thresholds) {
        return new ModelFile(ENCODER, classes, new DecisionRule(thresholds), CONFIGURATION, HEAD);
    }
}
