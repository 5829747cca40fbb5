package ai.fomo.domain.evaluation;

import ai.fomo.domain.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An item with its true classes and a model's scores.
 *
 * @param group what it is drawn with: an artist, or the item itself
 * @param truth indices of classes; empty where it truly has none of them
 * @param probabilities one per class, in [0, 1]; not copied, and not to be written to
 * @param slices that it is in, besides those of its classes and their number
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of rows as a model returns them; nobody compares items
public record ScoredItem(
        Sha256 image, String group, SortedSet<Integer> truth, double[] probabilities, List<Slice> slices) {
    public ScoredItem {
        truth = Collections.unmodifiableSortedSet(new TreeSet<>(truth));
        slices = List.copyOf(slices);
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("item " + image + ": " + probability + " is not a probability");
            }
        }
    }
}
