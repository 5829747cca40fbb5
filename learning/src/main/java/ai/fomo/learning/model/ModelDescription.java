package ai.fomo.learning.model;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.training.TrainingConfiguration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The JSON of a model: what it is besides its arrays. */
record ModelDescription(
        Encoder encoder,
        List<String> classes,
        Calibration calibration,
        List<Double> thresholds,
        TrainingConfiguration training) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Encoder(String name, String weights, String runtime, int preprocessing, int dimension) {}

    static ModelDescription of(ModelFile model) {
        EncoderId id = model.encoder();
        return new ModelDescription(
                new Encoder(id.name(), id.weights().hex(), id.runtime(), id.preprocessing(), id.dimension()),
                model.classes(),
                model.calibration(),
                model.rule().thresholds(),
                model.configuration());
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    static ModelDescription parse(String json) {
        try {
            ModelDescription description = JSON.readValue(json, ModelDescription.class);
            if (description == null) {
                throw new NotAModelFileException("not a model's description: null");
            }
            return description;
        } catch (JsonProcessingException e) {
            throw new NotAModelFileException("not a model's description: " + e.getOriginalMessage(), e);
        }
    }

    /** Of a model from before there was calibration. */
    static ModelDescription parseWithoutCalibration(String json) {
        try {
            JsonNode description = JSON.readTree(json);
            if (description instanceof ObjectNode fields) {
                Calibration none = Calibration.identity(fields.path("classes").size());
                fields.set("calibration", JSON.valueToTree(none));
            }
            return parse(JSON.writeValueAsString(description));
        } catch (JsonProcessingException e) {
            throw new NotAModelFileException("not a model's description: " + e.getOriginalMessage(), e);
        }
    }

    ModelFile model(byte[] headWeights) {
        try {
            return new ModelFile(
                    new EncoderId(
                            encoder.name(),
                            new Sha256(encoder.weights()),
                            encoder.runtime(),
                            encoder.preprocessing(),
                            encoder.dimension()),
                    classes,
                    calibration,
                    new DecisionRule(thresholds),
                    training,
                    headWeights);
        } catch (IllegalArgumentException | NullPointerException e) {
            // A null among the classes or thresholds is the null pointer.
            throw new NotAModelFileException("not a model: " + e.getMessage(), e);
        }
    }
}
