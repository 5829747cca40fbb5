package ai.fomo.domain.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
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

    /** The classes, ascending, that an image of a split has. */
    public record LabelSet(Split split, List<Integer> classes) {}

    public static DatasetStatistics of(DatasetManifest manifest) {
        Map<LabelSet, Integer> counts = new HashMap<>();
        for (DatasetItem item : manifest.items()) {
            counts.merge(new LabelSet(item.split(), item.classes()), 1, Integer::sum);
        }
        return of(manifest.classes(), counts);
    }

    /** @param counts images of each split that have exactly these classes */
    public static DatasetStatistics of(List<String> classes, Map<LabelSet, Integer> counts) {
        Map<Split, int[]> perSplit = new EnumMap<>(Split.class);
        Map<Split, Integer> items = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            perSplit.put(split, new int[classes.size()]);
            items.put(split, 0);
        }
        int[][] pairs = new int[classes.size()][classes.size()];
        counts.forEach((set, images) -> {
            items.merge(set.split(), images, Integer::sum);
            int[] ofSplit = requireNonNull(perSplit.get(set.split()));
            for (int c : set.classes()) {
                ofSplit[c] += images;
                for (int other : set.classes()) {
                    pairs[c][other] += images;
                }
            }
        });
        List<ClassCounts> ofClasses = new ArrayList<>();
        List<List<Integer>> coOccurrence = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            ofClasses.add(new ClassCounts(
                    classes.get(c),
                    requireNonNull(perSplit.get(Split.TRAIN))[c],
                    requireNonNull(perSplit.get(Split.VALIDATION))[c],
                    requireNonNull(perSplit.get(Split.TEST))[c]));
            coOccurrence.add(Arrays.stream(pairs[c]).boxed().toList());
        }
        SplitCounts splits = new SplitCounts(
                requireNonNull(items.get(Split.TRAIN)),
                requireNonNull(items.get(Split.VALIDATION)),
                requireNonNull(items.get(Split.TEST)));
        long labels = ofClasses.stream().mapToLong(ClassCounts::total).sum();
        List<Double> ratios = imbalanceRatios(ofClasses);
        return new DatasetStatistics(
                splits,
                ofClasses,
                splits.total() == 0 ? 0 : (double) labels / splits.total(),
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
