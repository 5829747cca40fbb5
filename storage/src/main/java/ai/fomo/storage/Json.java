package ai.fomo.storage;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Measure;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** How records lie in json columns: digests as strings, fields of a newer version ignored. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addMixIn(Sha256.class, Sha256Form.class)
            .addMixIn(Measure.class, LabelForm.class)
            .addMixIn(Figures.class, FiguresForm.class)
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON for a " + value.getClass().getName(), e);
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row holds JSON that is no " + type.getType(), e);
        }
    }

    private interface LabelForm {
        @JsonValue
        String label();
    }

    @SuppressWarnings("UnusedVariable") // a mix-in has the shape of a constructor and no body
    private abstract static class FiguresForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FiguresForm(Map<Measure, Figure> figures) {}

        @JsonValue
        abstract Map<Measure, Figure> figures();
    }

    @SuppressWarnings("UnusedVariable") // a mix-in has the shape of a constructor and no body
    private abstract static class Sha256Form {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Sha256Form(String hex) {}

        @JsonValue
        abstract String hex();
    }
}
