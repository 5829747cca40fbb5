package ai.fomo.domain.evaluation;

import ai.fomo.domain.Sha256;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An item with its true classes and a model's scores.
 *
 * @param truth indices of classes; never empty
 * @param probabilities one per class, in [0, 1]; not copied, and not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of rows as a model returns them; nobody compares items
public record ScoredItem(Sha256 image, SortedSet<Integer> truth, double[] probabilities) {
    public ScoredItem {
        truth = Collections.unmodifiableSortedSet(new TreeSet<>(truth));
        if (truth.isEmpty()) {
            throw new IllegalArgumentException("item " + image + " has no true class");
        }
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("item " + image + ": " + probability + " is not a probability");
            }
        }
    }
}
