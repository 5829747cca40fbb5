package ai.fomo.storage.genre;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** YAML as people write it, read as a record; what is wrong with it is said in words of the map, not of Java. */
final class WrittenYaml {
    // A label that is written twice would silently lose one of its rules.
    static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private WrittenYaml() {}

    /**
     * @param needed keys without which there is nothing to read
     * @throws GenreMapFormatException in one sentence
     */
    static <T> T read(String yaml, Class<T> form, List<String> needed) {
        try {
            JsonNode tree = MAPPER.readTree(yaml);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new GenreMapFormatException("the genre map is empty; it needs " + String.join(", ", needed));
            }
            List<String> missing =
                    needed.stream().filter(key -> !tree.hasNonNull(key)).toList();
            if (!missing.isEmpty()) {
                throw new GenreMapFormatException("the genre map says no " + String.join(", ", missing) + "; it needs "
                        + String.join(", ", needed));
            }
            return MAPPER.readValue(yaml, form);
        } catch (JsonProcessingException e) {
            throw new GenreMapFormatException("genre map" + line(e.getLocation()) + ": " + fault(e), e);
        }
    }

    private static String line(@Nullable JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr();
    }

    private static String fault(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "a map has no '" + unknown.getPropertyName() + "', only "
                    + Objects.requireNonNull(unknown.getKnownPropertyIds()).stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (fault instanceof JsonMappingException misplaced
                && !misplaced.getPath().isEmpty()) {
            return "'" + misplaced.getPath().get(0).getFieldName()
                    + "' is written as no map has it; rules are lines of 'label: class', classes and ignore are lists";
        }
        // The parser quotes the text in lines that begin with a space.
        return fault.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
