package ai.fomo.learning.export;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.model.ModelFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is written beside an exported model's arrays: texts by name, lists as JSON. */
final class ExportMetadata {
    static final String DECISION =
            "Output 'probabilities' has one calibrated probability for each of 'labels', in their order. An image has every"
                    + " label whose probability is at least its number in 'thresholds'; where there is none, it has the one most"
                    + " probable label, the earlier of equally probable ones.";

    private static final JsonMapper JSON = new JsonMapper();

    private ExportMetadata() {}

    static SortedMap<String, String> of(ModelFile model, ModelVersion version) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("format", "fomo-onnx/1"),
                Map.entry("labels", json(model.classes())),
                Map.entry("thresholds", json(model.rule().thresholds())),
                Map.entry("decision", DECISION),
                Map.entry(
                        "preprocessing", Encoders.preprocessing(model.encoder().name())),
                Map.entry(
                        "preprocessing_version", String.valueOf(model.encoder().preprocessing())),
                Map.entry("encoder", model.encoder().name()),
                Map.entry("encoder_weights_sha256", model.encoder().weights().hex()),
                Map.entry("encoder_runtime", model.encoder().runtime()),
                Map.entry("model_version", String.valueOf(version.version())),
                Map.entry("model_sha256", version.digest().hex()),
                Map.entry("taxonomy_sha256", model.taxonomy().hex())));
    }

    private static String json(Object list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists of texts and numbers are always JSON", e);
        }
    }
}
