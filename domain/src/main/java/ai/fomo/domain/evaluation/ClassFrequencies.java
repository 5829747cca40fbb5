package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparing;

import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How often each class occurs among training items: what an answer that never looks at the image can know.
 *
 * @param counts one per class
 * @param items how many training items there are
 */
public record ClassFrequencies(List<String> classes, List<Integer> counts, int items) {
    public ClassFrequencies {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
        if (counts.size() != classes.size()) {
            throw new IllegalArgumentException(counts.size() + " counts for " + classes.size() + " classes");
        }
        for (int count : counts) {
            if (count < 0 || count > items) {
                throw new IllegalArgumentException("a class cannot occur " + count + " times in " + items + " items");
            }
        }
    }

    /** Of those among the items that are for training. */
    public static ClassFrequencies ofTraining(List<String> classes, Collection<DatasetItem> items) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(classes.size(), 0));
        int training = 0;
        for (DatasetItem item : items) {
            if (item.split() == Split.TRAIN) {
                training++;
                item.classes().forEach(genre -> counts.set(genre, counts.get(genre) + 1));
            }
        }
        return new ClassFrequencies(classes, counts, training);
    }

    /** Indices of the {@code number} most frequent classes; of equally frequent ones the earlier class comes first. */
    public SortedSet<Integer> mostFrequent(int number) {
        return new TreeSet<>(byFrequency().subList(0, Math.min(number, classes.size())));
    }

    /** Indices of the classes, the most frequent first; of equally frequent ones the earlier class comes first. */
    List<Integer> byFrequency() {
        return IntStream.range(0, classes.size())
                .boxed()
                .sorted(comparing((Integer genre) -> counts.get(genre)).reversed())
                .toList();
    }

    /** Of the training items, in [0, 1]; 0 where there are none. */
    double share(int genre) {
        return items == 0 ? 0 : (double) counts.get(genre) / items;
    }
}
