package ai.fomo.learning.model;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

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

    /** What configurations of earlier versions lack, and had all the same. */
    private static final Map<String, JsonNode> NOT_TO_CHOOSE_BEFORE = Map.of(
            "network", JSON.valueToTree(Network.HEAD),
            "schedule", JSON.valueToTree(Schedule.CONSTANT),
            "loss", JSON.valueToTree(Loss.BINARY_CROSS_ENTROPY),
            "views", JSON.valueToTree(List.of(View.ORIGINAL)),
            "checkpointSteps", JSON.valueToTree(0));

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
        return parse(fields(json));
    }

    /** Of a model from before there was calibration. */
    static ModelDescription parseWithoutCalibration(String json) {
        ObjectNode fields = fields(json);
        Calibration none = Calibration.identity(fields.path("classes").size());
        fields.set("calibration", JSON.valueToTree(none));
        return parse(fields);
    }

    private static ObjectNode fields(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode fields) {
                return fields;
            }
            throw new NotAModelFileException("not a model's description: " + json);
        } catch (JsonProcessingException e) {
            throw new NotAModelFileException("not a model's description: " + e.getOriginalMessage(), e);
        }
    }

    private static ModelDescription parse(ObjectNode fields) {
        if (fields.get("training") instanceof ObjectNode training) {
            NOT_TO_CHOOSE_BEFORE.forEach((name, value) -> {
                if (!training.has(name)) {
                    training.set(name, value);
                }
            });
        }
        try {
            return JSON.treeToValue(fields, ModelDescription.class);
        } catch (JsonProcessingException e) {
            throw new NotAModelFileException("not a model's description: " + e.getOriginalMessage(), e);
        }
    }

    ModelFile model(SafeTensors head) {
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
                    head);
        } catch (IllegalArgumentException | NullPointerException e) {
            // A null among the classes or thresholds is the null pointer.
            throw new NotAModelFileException("not a model: " + e.getMessage(), e);
        }
    }
}
