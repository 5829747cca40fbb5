package ai.fomo.domain.genre;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A versioned map from the labels of a source to the classes of a taxonomy. Labels are compared without regard to case,
 * accents, spaces and punctuation; a class's own name always maps to itself. A rule may lead to another label of the map,
 * and so to that one's class.
 */
public final class GenreMap {
    private final String name;
    private final String version;
    private final Taxonomy taxonomy;
    private final SortedMap<String, String> rules;
    private final SortedSet<String> ignored;
    private final RuleGraph graph;
    private final Map<String, String> ignoredByKey = new HashMap<>();

    /** A map that ignores nothing. */
    public GenreMap(String name, String version, Taxonomy taxonomy, Map<String, String> rules) {
        this(name, version, taxonomy, rules, Set.of());
    }

    /**
     * @param rules label to class or to another label, as a person wrote them
     * @param ignored labels that deliberately mean nothing
     * @throws IllegalArgumentException where a rule leads nowhere or back to itself, or two disagree on the same label
     */
    public GenreMap(
            String name, String version, Taxonomy taxonomy, Map<String, String> rules, Collection<String> ignored) {
        this.name = name;
        this.version = version;
        this.taxonomy = taxonomy;
        this.rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        this.ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
        this.graph = new RuleGraph(name, taxonomy, this.rules);
        this.ignored.forEach(this::ignore);
    }

    private void ignore(String label) {
        graph.classOf(label).ifPresent(genre -> {
            throw new IllegalArgumentException("map " + name + ": '" + label + "' is to be ignored and leads to '"
                    + genre + "'; decide on one of them");
        });
        ignoredByKey.putIfAbsent(LabelKey.of(label), label);
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

    /** Labels that deliberately mean nothing, as they were written, sorted. */
    public SortedSet<String> ignored() {
        return ignored;
    }

    public Optional<String> classOf(String label) {
        return graph.classOf(label);
    }

    public boolean ignores(String label) {
        return ignoredByKey.containsKey(LabelKey.of(label));
    }

    /** Always of the same class as {@link #classOf}. */
    public Explanation explain(String label) {
        return graph.explain(label).orElseGet(() -> {
            String written = ignoredByKey.get(LabelKey.of(label));
            return written == null ? new Explanation.NoRule(nearest(label)) : new Explanation.Ignored(written);
        });
    }

    /** The class or mapped label that is spelled most like this one, for "did you mean"; of equal ones a class first. */
    public Optional<String> nearest(String label) {
        return Spelling.nearest(label, Stream.concat(taxonomy.classes().stream(), rules.keySet().stream()));
    }

    /** Of everything in it; the order in which rules were written makes no difference. */
    public Sha256 digest() {
        StringBuilder text = new StringBuilder();
        append(text, name, version, taxonomy.name());
        taxonomy.classes().forEach(genre -> append(text, genre));
        rules.forEach((label, genre) -> append(text.append('\n'), label, genre));
        // Maps that ignore nothing keep the digest that they had before there was anything to ignore.
        ignored.forEach(label -> append(text.append('\n').append('-'), label));
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
                && rules.equals(map.rules)
                && ignored.equals(map.ignored);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, taxonomy, rules, ignored);
    }

    @Override
    public String toString() {
        return "map " + name + " " + version + " (" + rules.size() + " rules)";
    }
}
