package ai.fomo.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
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
    private static final Calibration CALIBRATION = new Calibration(List.of(0.8, 1 / 3.0), List.of(-0.25, 1e-17));

    /** As it was written then. */
    private static final String WITHOUT_CALIBRATION =
            """
            {"classes":["Jazz","Rock"],"encoder":{"dimension":1280,"name":"efficientnet-lite0","preprocessing":1,\
            "runtime":"onnxruntime-1.29.0","weights":"%s"},"thresholds":[0.5,0.25],"training":{"batch":128,"dropout":0.3,\
            "epochs":30,"hiddenUnits":[256],"learningRate":0.001,"patience":5,"preset":"small",\
            "seed":-9223372036854775808,"weightDecay":1.0E-4}}""".formatted(ENCODER.weights().hex());

    private static final SafeTensors HEAD =
            SafeTensors.of(Map.of("format", "fomo-head/1"), Map.of("layer.0.bias", Tensor.vector(new float[] {1, 2})));

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
        assertThatThrownBy(() -> ModelFile.parse(HEAD.toBytes()))
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
                json.replace("\"slopes\":[0.8,", "\"slopes\":["),
                json.replace("\"slopes\":[0.8,", "\"slopes\":[-0.8,"),
                json.replace("\"slopes\":[0.8,", "\"slopes\":[null,"),
                json.replace("\"intercepts\":[-0.25,", "\"intercepts\":[\"NaN\","),
                json.replace("\"intercepts\":[-0.25,", "\"intercepts\":[0,0,"),
                json.replace("\"slopes\":[0.8,", "\"slopes\":[2,2,").replace("[-0.25,", "[0,0,"),
                json.replace("\"calibration\":", "\"calibrated\":"),
                json.replace("\"batch\":128", "\"batch\":-1"),
                json.replace(ENCODER.weights().hex(), "abc"),
                "{}",
                "null",
                "")) {
            byte[] file = SafeTensors.of(Map.of("format", "fomo-model/2", "model", damaged), Map.of())
                    .toBytes();

            assertThat(damaged).isNotEqualTo(json);
            assertThatThrownBy(() -> ModelFile.parse(file)).isInstanceOf(NotAModelFileException.class);
        }
    }

    @Test
    void aModelFromBeforeThereWasCalibrationIsReadAsOneWhoseHeadSpeaksForItself() {
        byte[] old = SafeTensors.of(
                        Map.of("format", "fomo-model/1", "model", WITHOUT_CALIBRATION, "head/format", "fomo-head/1"),
                        Map.of("head/layer.0.bias", Tensor.vector(new float[] {1, 2})))
                .toBytes();
        ModelFile read = ModelFile.parse(old);

        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new ModelFile(
                        ENCODER,
                        List.of("Jazz", "Rock"),
                        Calibration.identity(2),
                        new DecisionRule(List.of(0.5, 0.25)),
                        CONFIGURATION,
                        HEAD));
        assertThat(ModelFile.parse(read.toBytes())).usingRecursiveComparison().isEqualTo(read);
    }

    @Test
    void aDamagedModelFromBeforeThereWasCalibrationIsRefused() {
        for (String damaged : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"classes\":7}",
                WITHOUT_CALIBRATION.replace("[0.5,0.25]", "[0.5]"),
                WITHOUT_CALIBRATION.replace("\"classes\":[", "\"classes\":[\"Jazz\","))) {
            byte[] file = SafeTensors.of(Map.of("format", "fomo-model/1", "model", damaged), Map.of())
                    .toBytes();

            assertThatThrownBy(() -> ModelFile.parse(file)).isInstanceOf(NotAModelFileException.class);
        }
    }

    @Test
    void aModelFromBeforeThereWasALossToChooseHasThePlainOne() {
        String json = SafeTensors.parse(
                        model(List.of("Jazz", "Rock"), List.of(0.5, 0.5)).toBytes())
                .text("model");
        String old = json.replace("\"checkpointSteps\":0,", "")
                .replace("\"loss\":\"BINARY_CROSS_ENTROPY\",", "")
                .replace("\"network\":\"HEAD\",", "")
                .replace("\"schedule\":\"CONSTANT\",", "")
                .replace("\"views\":[\"ORIGINAL\"],", "");

        assertThat(old).doesNotContain("loss", "network", "schedule", "views", "checkpointSteps");
        assertThat(ModelDescription.parse(old)).isEqualTo(ModelDescription.parse(json));
    }

    @Test
    void aModelOfALaterFormatIsRefused() {
        byte[] file = SafeTensors.of(Map.of("format", "fomo-model/3"), Map.of()).toBytes();

        assertThatThrownBy(() -> ModelFile.parse(file))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageContaining("fomo-model/3");
    }

    private static ModelFile model(List<String> classes, List<Double> thresholds) {
        return new ModelFile(ENCODER, classes, CALIBRATION, new DecisionRule(thresholds), CONFIGURATION, HEAD);
    }
}
