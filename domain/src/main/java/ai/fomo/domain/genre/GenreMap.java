package ai.fomo.domain.genre;

import static java.util.Comparator.comparingInt;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A versioned map from the labels of a source to the classes of a taxonomy. Labels are compared without regard to case,
 * accents, spaces and punctuation; a class's own name always maps to itself.
 */
public final class GenreMap {
    private final String name;
    private final String version;
    private final Taxonomy taxonomy;
    private final Map<String, String> rules;
    private final Map<String, String> classByKey = new HashMap<>();

    /**
     * @param rules label to class, as a person wrote them
     * @throws IllegalArgumentException where a rule names an unknown class, or two rules disagree on the same label
     */
    public GenreMap(String name, String version, Taxonomy taxonomy, Map<String, String> rules) {
        this.name = name;
        this.version = version;
        this.taxonomy = taxonomy;
        this.rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        taxonomy.classes().forEach(genre -> rule(genre, genre));
        this.rules.forEach(this::rule);
    }

    private void rule(String label, String genre) {
        if (!taxonomy.classes().contains(genre)) {
            throw new IllegalArgumentException("map " + name + ": '" + label + "' leads to '" + genre
                    + "', which is not a class of taxonomy " + taxonomy.name() + "; its classes are "
                    + String.join(", ", taxonomy.classes()));
        }
        String before = classByKey.putIfAbsent(LabelKey.of(label), genre);
        if (before != null && !before.equals(genre)) {
            throw new IllegalArgumentException("map " + name + ": '" + label + "' leads both to '" + before
                    + "' and to '" + genre + "' (case, accents, spaces and punctuation make no difference)");
        }
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** As they were written, sorted by label. */
    public Map<String, String> rules() {
        return rules;
    }

    public Optional<String> classOf(String label) {
        return Optional.ofNullable(classByKey.get(LabelKey.of(label)));
    }

    /** The class or mapped label that is spelled most like this one, for "did you mean"; of equal ones a class first. */
    public Optional<String> nearest(String label) {
        String key = LabelKey.of(label);
        return Stream.concat(taxonomy.classes().stream(), rules.keySet().stream())
                .map(known -> Map.entry(known, EditDistance.between(key, LabelKey.of(known))))
                .filter(known -> known.getValue() <= Math.max(1, key.length() / 3))
                .min(comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** Of everything in it; the order in which rules were written makes no difference. */
    public Sha256 digest() {
        StringBuilder text = new StringBuilder();
        append(text, name, version, taxonomy.name());
        taxonomy.classes().forEach(genre -> append(text, genre));
        rules.forEach((label, genre) -> append(text.append('\n'), label, genre));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Each with its length before it, so that no two different lists read the same. */
    private static void append(StringBuilder text, String... values) {
        for (String value : List.of(values)) {
            text.append(value.length()).append(':').append(value).append(' ');
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GenreMap map
                && name.equals(map.name)
                && version.equals(map.version)
                && taxonomy.equals(map.taxonomy)
                && rules.equals(map.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, taxonomy, rules);
    }

    @Override
    public String toString() {
        return "map " + name + " " + version + " (" + rules.size() + " rules)";
    }
}
