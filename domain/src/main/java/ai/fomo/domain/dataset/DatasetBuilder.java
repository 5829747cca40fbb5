package ai.fomo.domain.dataset;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * From what is known of images to a dataset. A pure function that the order of the covers does not matter to: copies are
 * merged, each group gets one split and keeps it, and every image that is left out has a reason.
 */
public final class DatasetBuilder {
    private DatasetBuilder() {}

    /**
     * @throws DatasetTooSmallException where a split would be empty
     * @throws GroupTooLargeException where a group fills more than training may hold
     * @throws RareClassesException where classes have fewer examples than the rules allow
     */
    public static DatasetBuild build(KnownImages images, Copies copies, RememberedSplits remembered, BuildRules rules) {
        BuildLog log = new BuildLog();
        List<Picture> pictures = Pictures.of(images, copies, remembered, log);
        GroupSplits splits = new GroupSplits(pictures, images.classes().size(), remembered, rules);
        ItemSelection selection = new ItemSelection(splits, remembered, log);
        pictures.forEach(selection::add);
        splits.straddling()
                .forEach((group, of) -> log.leak(Leak.Kind.GROUP, group, "given as " + BuildLog.names(of), false));
        requireEverySplit(selection.items(), log);
        DatasetManifest manifest =
                RareClasses.treat(new DatasetManifest(images.classes(), selection.items()), rules.rareClasses(), log);
        requireEverySplit(manifest.items(), log);
        List<Exclusion> exclusions = log.exclusions();
        List<Leak> leaks = log.leaks();
        List<String> findings = Findings.of(manifest, splits.sizes(), rules, exclusions, leaks);
        return new DatasetBuild(manifest, exclusions, leaks, selection.assigned(), findings);
    }

    private static void requireEverySplit(Collection<DatasetItem> items, BuildLog log) {
        if (items.isEmpty()) {
            throw new DatasetTooSmallException(
                    "no image is left for the dataset: " + whatWasExcluded(log.exclusions()));
        }
        int train = count(items, Split.TRAIN);
        int validation = count(items, Split.VALIDATION);
        int test = count(items, Split.TEST);
        if (train > 0 && validation > 0 && test > 0) {
            return;
        }
        long groups = items.stream().map(DatasetItem::group).distinct().count();
        throw new DatasetTooSmallException(
                "the dataset is too small to split: of " + items.size() + " images in " + groups
                        + " groups, " + train + " fall to training, " + validation + " to validation and " + test
                        + " to test, and each needs at least one; add images of more groups, or give each image's split where it"
                        + " is imported");
    }

    private static int count(Collection<DatasetItem> items, Split split) {
        return (int) items.stream().filter(item -> item.split() == split).count();
    }

    private static String whatWasExcluded(List<Exclusion> exclusions) {
        Map<Exclusion.Reason, List<Exclusion>> reasons = exclusions.stream().collect(groupingBy(Exclusion::reason));
        return reasons.values().stream()
                .max(comparing(List<Exclusion>::size))
                .map(most -> exclusions.size() + " were excluded, " + most.size() + " of them as "
                        + most.get(0).reason().label() + " (" + most.get(0).detail()
                        + "); correct labels, groups or map")
                .orElse("the source has no covers; import or fetch some first");
    }
}
