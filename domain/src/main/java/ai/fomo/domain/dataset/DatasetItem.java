package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One image of a dataset.
 *
 * @param classes indices into the dataset's classes; never empty
 */
public record DatasetItem(Sha256 image, String group, Split split, SortedSet<Integer> classes) {
    public DatasetItem {
        classes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("item " + image + " has no class");
        }
    }
}
