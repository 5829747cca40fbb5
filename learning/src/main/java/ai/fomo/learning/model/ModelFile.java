package ai.fomo.learning.model;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.training.TrainingConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a prediction needs besides the encoder's weights, as one canonical safetensors file without run, time or host:
 * equal models are equal bytes.
 *
 * @param classes in the order of the head's outputs
 * @param calibration from the head's logits to the probabilities that are served and judged
 * @param rule whose thresholds are for calibrated probabilities
 * @param head a head's file, whose arrays are kept in this one
 */
public record ModelFile(
        EncoderId encoder,
        List<String> classes,
        Calibration calibration,
        DecisionRule rule,
        TrainingConfiguration configuration,
        SafeTensors head) {
    /** A new number, since who does not know of calibration must not serve by thresholds that are meant for it. */
    private static final String FORMAT = "fomo-model/2";

    private static final String FORMAT_WITHOUT_CALIBRATION = "fomo-model/1";
    private static final String HEAD = "head/";

    public ModelFile {
        classes = List.copyOf(classes);
        if (classes.isEmpty() || Set.copyOf(classes).size() != classes.size()) {
            throw new IllegalArgumentException("a model's classes must be some, each once: " + classes);
        }
        if (classes.size() != rule.thresholds().size()) {
            throw new IllegalArgumentException(
                    classes.size() + " classes with " + rule.thresholds().size() + " thresholds");
        }
        if (classes.size() != calibration.slopes().size()) {
            throw new IllegalArgumentException(
                    classes.size() + " classes with " + calibration.slopes().size() + " slopes of calibration");
        }
    }

    /** Digest of the classes in their order: models with equal ones can be compared class by class. */
    public Sha256 taxonomy() {
        return Sha256.of(String.join("\n", classes).getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toBytes() {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("format", FORMAT);
        metadata.put("model", ModelDescription.of(this).toJson());
        head.metadata().forEach((name, text) -> metadata.put(HEAD + name, text));
        Map<String, Tensor> tensors = new TreeMap<>();
        head.tensors().forEach((name, tensor) -> tensors.put(HEAD + name, tensor));
        return SafeTensors.of(metadata, tensors).toBytes();
    }

    /**
     * Reads files from before there was calibration too, as models whose head speaks for itself.
     *
     * @throws NotAModelFileException if the bytes are not a model, or its parts do not fit together
     */
    public static ModelFile parse(byte[] bytes) {
        SafeTensors file = SafeTensors.parse(bytes);
        return description(file).model(SafeTensors.of(withoutPrefix(file.metadata()), withoutPrefix(file.tensors())));
    }

    private static ModelDescription description(SafeTensors file) {
        if (file.text("format").equals(FORMAT_WITHOUT_CALIBRATION)) {
            return ModelDescription.parseWithoutCalibration(file.text("model"));
        }
        return ModelDescription.parse(file.require(FORMAT).text("model"));
    }

    private static <T> Map<String, T> withoutPrefix(Map<String, T> all) {
        Map<String, T> found = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(HEAD)) {
                found.put(name.substring(HEAD.length()), value);
            }
        });
        return found;
    }
}
