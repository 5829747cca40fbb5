package ai.fomo.domain.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the labels of a dataset are distributed.
 *
 * @param classes in the order of the dataset's classes
 * @param cardinality mean number of classes of an image
 * @param imbalanceRatio examples of the most frequent class over those of the rarest that has any (Charte et al. 2015:
 *     the largest IRLbl); 1 where all are equal
 * @param meanImbalanceRatio the mean of that ratio over the classes that have examples (MeanIR)
 * @param coOccurrence images with both classes, symmetric, in the order of {@code classes}; the diagonal holds the totals
 */
public record DatasetStatistics(
        SplitCounts splits,
        List<ClassCounts> classes,
        double cardinality,
        double imbalanceRatio,
        double meanImbalanceRatio,
        List<List<Integer>> coOccurrence) {
    public DatasetStatistics {
        classes = List.copyOf(classes);
        coOccurrence = coOccurrence.stream().map(List::copyOf).toList();
    }

    public static DatasetStatistics of(DatasetManifest manifest) {
        int classes = manifest.classes().size();
        Map<Split, int[]> perSplit = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            perSplit.put(split, new int[classes]);
        }
        int[][] pairs = new int[classes][classes];
        long labels = 0;
        for (DatasetItem item : manifest.items()) {
            labels += item.classes().size();
            int[] ofSplit = requireNonNull(perSplit.get(item.split()));
            for (int c : item.classes()) {
                ofSplit[c]++;
                for (int other : item.classes()) {
                    pairs[c][other]++;
                }
            }
        }
        List<ClassCounts> counts = new ArrayList<>();
        List<List<Integer>> coOccurrence = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            counts.add(new ClassCounts(
                    manifest.classes().get(c),
                    requireNonNull(perSplit.get(Split.TRAIN))[c],
                    requireNonNull(perSplit.get(Split.VALIDATION))[c],
                    requireNonNull(perSplit.get(Split.TEST))[c]));
            coOccurrence.add(Arrays.stream(pairs[c]).boxed().toList());
        }
        List<Double> ratios = imbalanceRatios(counts);
        return new DatasetStatistics(
                manifest.counts(),
                counts,
                manifest.items().isEmpty()
                        ? 0
                        : (double) labels / manifest.items().size(),
                ratios.stream().mapToDouble(r -> r).max().orElse(1),
                ratios.stream().mapToDouble(r -> r).average().orElse(1),
                coOccurrence);
    }

    private static List<Double> imbalanceRatios(List<ClassCounts> counts) {
        int largest = counts.stream().mapToInt(ClassCounts::total).max().orElse(0);
        return counts.stream()
                .mapToInt(ClassCounts::total)
                .filter(total -> total > 0)
                .mapToObj(total -> (double) largest / total)
                .toList();
    }
}
