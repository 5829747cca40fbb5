package ai.fomo.domain.dataset;

import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.genre.ClassMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From covers to a dataset. A pure function that the order of the covers does not matter to: images are merged by digest,
 * each group gets one split, and every image that is left out has a reason.
 */
public final class DatasetBuilder {
    private DatasetBuilder() {}

    /** @throws DatasetTooSmallException where a split would be empty */
    public static DatasetBuild build(Collection<Cover> covers, ClassMapping mapping, SplitAssignment assignment) {
        List<KnownImage> images = KnownImage.merge(covers, mapping);
        GroupSplits splits = new GroupSplits(images, assignment);
        List<DatasetItem> items = new ArrayList<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (KnownImage image : images) {
            Optional<Exclusion> exclusion = reasonAgainst(image, splits);
            if (exclusion.isPresent()) {
                exclusions.add(exclusion.get());
            } else {
                String group = image.groups().first();
                Split split = splits.of(group).first();
                items.add(new DatasetItem(image.image(), group, split, image.classes()));
            }
        }
        DatasetManifest manifest = new DatasetManifest(mapping.classes(), items);
        requireEverySplit(manifest, exclusions);
        return new DatasetBuild(manifest, exclusions, List.of(), new TreeMap<>(), List.of());
    }

    private static Optional<Exclusion> reasonAgainst(KnownImage image, GroupSplits splits) {
        if (image.contradictsItself()) {
            return Optional.of(new Exclusion(
                    image.image(),
                    Exclusion.Reason.GIVEN_SPLITS,
                    "the image is given as " + KnownImage.names(image.given())));
        }
        if (image.classes().isEmpty()) {
            return Optional.of(new Exclusion(image.image(), Exclusion.Reason.NO_CLASS, "no label has a rule"));
        }
        SortedSet<Split> reached = new TreeSet<>();
        for (String group : image.groups()) {
            SortedSet<Split> ofGroup = splits.of(group);
            if (ofGroup.size() > 1) {
                return Optional.of(new Exclusion(
                        image.image(),
                        Exclusion.Reason.GIVEN_SPLITS,
                        "group '" + group + "' is given as " + KnownImage.names(ofGroup)));
            }
            reached.addAll(ofGroup);
        }
        // Groups that share an image are not chained together: one popular stock photograph would pull in half a
        // catalogue.
        return reached.size() > 1
                ? Optional.of(new Exclusion(
                        image.image(),
                        Exclusion.Reason.BRIDGES_SPLITS,
                        "the image is in groups of " + KnownImage.names(reached)))
                : Optional.empty();
    }

    private static void requireEverySplit(DatasetManifest manifest, List<Exclusion> exclusions) {
        SplitCounts counts = manifest.counts();
        if (counts.total() == 0) {
            throw new DatasetTooSmallException("no image is left for the dataset: " + whatWasExcluded(exclusions));
        }
        if (counts.train() > 0 && counts.validation() > 0 && counts.test() > 0) {
            return;
        }
        long groups =
                manifest.items().stream().map(DatasetItem::group).distinct().count();
        throw new DatasetTooSmallException("the dataset is too small to split: of " + counts.total() + " images in "
                + groups + " groups, " + counts.train() + " fall to training, " + counts.validation()
                + " to validation and " + counts.test()
                + " to test, and each needs at least one; add images of more groups (from 50 on a split is hardly ever"
                + " empty), or give each image's split where it is imported");
    }

    private static String whatWasExcluded(List<Exclusion> exclusions) {
        Map<String, Integer> reasons = new TreeMap<>();
        exclusions.forEach(exclusion -> reasons.merge(exclusion.detail(), 1, Integer::sum));
        return reasons.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> exclusions.size() + " were excluded, " + most.getValue() + " of them because "
                        + most.getKey() + "; correct the labels or the map")
                .orElse("the source has no covers; import or fetch some first");
    }
}
