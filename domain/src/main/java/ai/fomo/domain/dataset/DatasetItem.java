package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.List;
import java.util.SortedSet;

/**
 * One image of a dataset.
 *
 * @param group what it never is without in its split: an artist, or the image itself, by its digest
 * @param classes ascending indices into the dataset's classes; never empty. Items may share one list, and should: there are
 *     a million items and a few hundred combinations
 */
public record DatasetItem(Sha256 image, String group, Split split, List<Integer> classes) {
    public DatasetItem {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("item " + image + " has no class");
        }
        for (int i = 1; i < classes.size(); i++) {
            if (classes.get(i - 1) >= classes.get(i)) {
                throw new IllegalArgumentException("classes ascend, those of item " + image + " are " + classes);
            }
        }
    }

    public DatasetItem(Sha256 image, String group, Split split, SortedSet<Integer> classes) {
        this(image, group, split, List.copyOf(classes));
    }
}
