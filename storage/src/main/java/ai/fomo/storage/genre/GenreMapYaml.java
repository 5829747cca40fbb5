package ai.fomo.storage.genre;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Genre maps as people write them.
 *
 * <pre>{@code
 * name: event-tags
 * version: "1"
 * taxonomy: fomo-16        # of those that ship with the platform
 * rules:
 *   disco: Electronic
 * }</pre>
 */
public final class GenreMapYaml {
    // A label that is written twice would silently lose one of its rules.
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private GenreMapYaml() {}

    /** @throws GenreMapFormatException where the text is no map, or a rule leads to a class that the taxonomy lacks */
    public static GenreMap parse(String yaml) {
        MapText map = read(yaml, MapText.class);
        Taxonomy taxonomy = BundledGenreMaps.taxonomy();
        if (!map.taxonomy().equals(taxonomy.name())) {
            throw new GenreMapFormatException("map " + map.name() + " is for taxonomy '" + map.taxonomy()
                    + "', which is not known; there is '" + taxonomy.name() + "'");
        }
        Map<String, String> rules = new LinkedHashMap<>();
        map.rules().forEach((label, genre) -> {
            if (genre == null) {
                throw new GenreMapFormatException(
                        "map " + map.name() + ": '" + label + "' has no class; name one, or remove the line");
            }
            rules.put(label, genre);
        });
        try {
            return new GenreMap(map.name(), map.version(), taxonomy, rules);
        } catch (IllegalArgumentException e) {
            throw new GenreMapFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    static Taxonomy parseTaxonomy(String yaml) {
        TaxonomyText taxonomy = read(yaml, TaxonomyText.class);
        return new Taxonomy(taxonomy.name(), taxonomy.classes());
    }

    private static <T> T read(String yaml, Class<T> form) {
        try {
            T text = MAPPER.readValue(yaml, form);
            if (text == null) {
                throw new GenreMapFormatException("the genre map is empty");
            }
            return text;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new GenreMapFormatException(
                    "genre map, line " + line + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private record MapText(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) String taxonomy,
            @JsonProperty(required = true) Map<String, @Nullable String> rules) {}

    private record TaxonomyText(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<String> classes) {}
}
