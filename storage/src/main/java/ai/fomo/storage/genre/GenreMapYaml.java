package ai.fomo.storage.genre;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
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
 *   nu disco: disco        # as that label of the map
 * ignore:                  # means nothing, and is not reported as unmapped
 *   - seen live
 * }</pre>
 *
 * <p>Who has a taxonomy of their own gives it another name, and its {@code classes} as a list, in the order of a model's
 * outputs.
 */
public final class GenreMapYaml {
    private static final List<String> NEEDED = List.of("name", "version", "taxonomy", "rules");

    private GenreMapYaml() {}

    /** @throws GenreMapFormatException where the text is no map, or a rule leads to a class that the taxonomy lacks */
    public static GenreMap parse(String yaml) {
        MapText map = WrittenYaml.read(yaml, MapText.class, NEEDED);
        Taxonomy taxonomy = taxonomyOf(map);
        List<@Nullable String> ignored = map.ignore() == null ? List.<@Nullable String>of() : map.ignore();
        if (ignored.stream().anyMatch(GenreMapYaml::isBlank)) {
            throw new GenreMapFormatException("map " + map.name() + " ignores a label without a name; remove the line");
        }
        Map<String, String> rules = new LinkedHashMap<>();
        map.rules().forEach((label, genre) -> {
            if (label.isBlank()) {
                throw new GenreMapFormatException("map " + map.name() + ": the rule to '" + genre
                        + "' has no label; name one, or remove the line");
            }
            if (genre == null) {
                throw new GenreMapFormatException(
                        "map " + map.name() + ": '" + label + "' has no class; name one, or remove the line");
            }
            rules.put(label, genre);
        });
        try {
            return new GenreMap(
                    map.name(),
                    map.version(),
                    taxonomy,
                    rules,
                    ignored.stream().map(String::valueOf).toList());
        } catch (IllegalArgumentException e) {
            throw new GenreMapFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    /** As {@link #parse} reads it, with all classes in order. */
    public static String write(GenreMap map) {
        Taxonomy taxonomy = map.taxonomy();
        boolean bundled = taxonomy.equals(BundledGenreMaps.taxonomy());
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("name", map.name());
        text.put("version", map.version());
        text.put("taxonomy", taxonomy.name());
        if (!bundled) {
            text.put("classes", taxonomy.classes());
        }
        text.put("rules", map.rules());
        if (!map.ignored().isEmpty()) {
            text.put("ignore", map.ignored());
        }
        try {
            return WrittenYaml.MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and labels can always be written as YAML", e);
        }
    }

    private static Taxonomy taxonomyOf(MapText map) {
        Taxonomy bundled = BundledGenreMaps.taxonomy();
        if (map.taxonomy().equals(bundled.name())) {
            if (map.classes() != null && !map.classes().equals(bundled.classes())) {
                throw new GenreMapFormatException("map " + map.name() + ": taxonomy '" + bundled.name()
                        + "' has other classes; give yours another name");
            }
            return bundled;
        }
        if (map.classes() == null) {
            throw new GenreMapFormatException("map " + map.name() + " is for taxonomy '" + map.taxonomy()
                    + "', which is not known; there is '" + bundled.name() + "', or list your own classes");
        }
        return taxonomy(map.taxonomy(), map.classes());
    }

    static Taxonomy parseTaxonomy(String yaml) {
        TaxonomyText taxonomy = WrittenYaml.read(yaml, TaxonomyText.class, List.of("name", "version", "classes"));
        return taxonomy(taxonomy.name(), taxonomy.classes());
    }

    private static Taxonomy taxonomy(String name, List<@Nullable String> classes) {
        if (classes.stream().anyMatch(GenreMapYaml::isBlank)) {
            throw new GenreMapFormatException("taxonomy " + name + " lists a class without a name; remove the line");
        }
        try {
            return new Taxonomy(name, classes.stream().map(String::valueOf).toList());
        } catch (IllegalArgumentException e) {
            throw new GenreMapFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private record MapText(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String name,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String version,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String taxonomy,

            @Nullable List<@Nullable String> classes,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            Map<String, @Nullable String> rules,

            @Nullable List<@Nullable String> ignore) {}

    private record TaxonomyText(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String name,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String version,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            List<@Nullable String> classes) {}
}
