package ai.fomo.domain.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a {@link Subset} of a dataset: whole groups, training and validation by the same fraction, and all of test.
 *
 * <p>Subsets of one seed are nested, since each is a beginning of one {@link NestedOrder} per split. At least one group of
 * training and one of validation stays. A class in training stays in training where the subset has at least as many groups of
 * training as there are classes; below that, the rarest classes stay first.
 */
public final class SubsetSelection {
    private SubsetSelection() {}

    /**
     * @return the dataset itself where the subset is all of it; otherwise as close to the wanted size as whole groups come
     * @throws SubsetNotPossibleException where there are not as many images as wanted, or where groups are so large that the
     *     result would be more than twice as many
     */
    public static DatasetManifest select(DatasetManifest full, Subset subset) {
        SplitCounts counts = full.counts();
        int there = counts.train() + counts.validation();
        int wanted = wanted(subset.size(), there);
        if (wanted >= there) {
            return full;
        }
        // Both numbers grow with the wanted one, or subsets would not be nested.
        long share = Math.round((double) wanted * counts.validation() / there);
        int wantedValidation = (int) Math.max(Math.min(1, counts.validation()), share);
        Set<String> train = groups(full, Split.TRAIN, wanted - wantedValidation, subset.seed());
        Set<String> validation = groups(full, Split.VALIDATION, wantedValidation, subset.seed());
        List<DatasetItem> items = full.items().stream()
                .filter(item -> switch (item.split()) {
                    case TRAIN -> train.contains(item.group());
                    case VALIDATION -> validation.contains(item.group());
                    case TEST -> true;
                })
                .toList();
        int taken = items.size() - counts.test();
        if (taken > 2L * wanted) {
            throw new SubsetNotPossibleException(
                    "a subset of " + wanted + " images of training and validation would have "
                            + taken + ", since groups stay whole and each split keeps one; ask for at least " + taken
                            + ", or import smaller groups");
        }
        return new DatasetManifest(full.classes(), items);
    }

    private static int wanted(SubsetSize size, int there) {
        if (size instanceof SubsetSize.Fraction part) {
            return (int) Math.max(1, Math.round(part.fraction() * there));
        }
        int images = ((SubsetSize.Count) size).images();
        if (images > there) {
            throw new SubsetNotPossibleException("a subset of " + images
                    + " images was asked for, but training and validation have " + there
                    + " together; ask for at most " + there);
        }
        return images;
    }

    /** Groups of the beginning whose items come closest to {@code wanted}; of two equally close the shorter. */
    private static Set<String> groups(DatasetManifest full, Split split, int wanted, long seed) {
        List<StratificationUnit> units = units(full, split);
        int[] order = NestedOrder.of(units, full.classes().size(), seed);
        Set<String> groups = new HashSet<>();
        int items = 0;
        for (int unit : order) {
            int more = items + units.get(unit).items();
            if (!groups.isEmpty() && more - wanted >= wanted - items) {
                break;
            }
            items = more;
            groups.add(units.get(unit).key());
        }
        return groups;
    }

    private static List<StratificationUnit> units(DatasetManifest full, Split split) {
        int classes = full.classes().size();
        // By class the items that have it, and after these all items.
        Map<String, int[]> counts = new TreeMap<>();
        for (DatasetItem item : full.items(split)) {
            int[] ofGroup = counts.computeIfAbsent(item.group(), group -> new int[classes + 1]);
            item.classes().forEach(c -> ofGroup[c]++);
            ofGroup[classes]++;
        }
        List<StratificationUnit> units = new ArrayList<>();
        counts.forEach((group, ofGroup) -> units.add(StratificationUnit.of(group, ofGroup[classes], classes, ofGroup)));
        return units;
    }
}
