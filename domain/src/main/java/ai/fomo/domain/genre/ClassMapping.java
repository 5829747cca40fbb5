package ai.fomo.domain.genre;

import ai.fomo.domain.catalogue.SourceLabel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A {@link Labelling} at work: the classes of a dataset, and which of them a source label means. */
public final class ClassMapping {
    private final List<String> classes;
    private final Function<String, Optional<String>> classOf;
    private final Predicate<String> ignored;

    private ClassMapping(List<String> classes, Function<String, Optional<String>> classOf, Predicate<String> ignored) {
        this.classes = classes;
        this.classOf = classOf;
        this.ignored = ignored;
    }

    public static ClassMapping of(GenreMap map) {
        return new ClassMapping(map.taxonomy().classes(), map::classOf, map::ignores);
    }

    /**
     * Every label that occurs is a class, in the order of their characters. Labels that differ in case, accents, spaces or
     * punctuation alone are one class, named as most covers write it.
     *
     * @param labels with the number of covers that have each
     * @throws IllegalArgumentException where there is no label
     */
    public static ClassMapping fromLabels(Map<String, Integer> labels) {
        Map<String, String> names = new HashMap<>();
        labels.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(label -> names.putIfAbsent(
                        LabelKey.of(label.getKey()), label.getKey().strip()));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there are no labels to take classes from; label the images first");
        }
        return new ClassMapping(
                names.values().stream().sorted().toList(),
                label -> Optional.ofNullable(names.get(LabelKey.of(label))),
                label -> false);
    }

    public static ClassMapping fromLabels(Collection<SourceLabel> labels) {
        Map<String, Integer> counts = new HashMap<>();
        labels.forEach(label -> counts.merge(label.text(), 1, Integer::sum));
        return fromLabels(counts);
    }

    /** In the order of a model's outputs. */
    public List<String> classes() {
        return classes;
    }

    /** Empty where no rule knows the label. */
    public Optional<String> classOf(String label) {
        return classOf.apply(label);
    }

    /** Whether the label is to mean nothing, so that nobody needs to be told that it has no class. */
    public boolean ignores(String label) {
        return ignored.test(label);
    }

    /** Position of the label's class in {@link #classes()}. */
    public Optional<Integer> indexOf(String label) {
        return classOf(label).map(classes::indexOf);
    }
}
