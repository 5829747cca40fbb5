package ai.fomo.domain.genre;

import ai.fomo.domain.catalogue.SourceLabel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@link Labelling} at work: the classes of a dataset, and which of them a source label means. */
public final class ClassMapping {
    private final List<String> classes;
    private final Function<String, Optional<String>> classOf;

    private ClassMapping(List<String> classes, Function<String, Optional<String>> classOf) {
        this.classes = classes;
        this.classOf = classOf;
    }

    public static ClassMapping of(GenreMap map) {
        return new ClassMapping(map.taxonomy().classes(), map::classOf);
    }

    /**
     * Every label that occurs is a class, as it is written but for surrounding space, in the order of its characters.
     *
     * @throws IllegalArgumentException where there is no label
     */
    public static ClassMapping fromLabels(Collection<SourceLabel> labels) {
        TreeSet<String> names =
                labels.stream().map(label -> label.text().strip()).collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there are no labels to take classes from; label the images first");
        }
        return new ClassMapping(
                List.copyOf(names), label -> Optional.of(label.strip()).filter(names::contains));
    }

    /** In the order of a model's outputs. */
    public List<String> classes() {
        return classes;
    }

    /** Empty where no rule knows the label. */
    public Optional<String> classOf(String label) {
        return classOf.apply(label);
    }

    /** Position of the label's class in {@link #classes()}. */
    public Optional<Integer> indexOf(String label) {
        return classOf(label).map(classes::indexOf);
    }
}
