package ai.fomo.domain.genre;

import java.util.List;
import java.util.Set;

/** The classes that a model tells apart, in the order of its outputs. */
public record Taxonomy(String name, List<String> classes) {
    public Taxonomy {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("taxonomy " + name + " has no classes");
        }
        if (Set.copyOf(classes).size() != classes.size()) {
            throw new IllegalArgumentException("taxonomy " + name + " names a class twice");
        }
    }
}
