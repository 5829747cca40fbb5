package ai.fomo.domain.dataset;

import static java.util.stream.Collectors.joining;

import ai.fomo.domain.dataset.Exclusion.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Classes below the floor of a {@link RareClassRule}, and what the rule does about them. */
final class RareClasses {
    private RareClasses() {}

    /** In the order of the dataset's classes. */
    static List<ClassCounts> below(DatasetStatistics statistics, int minimumExamples) {
        return statistics.classes().stream()
                .filter(counts -> counts.isRare(minimumExamples))
                .toList();
    }

    /** @throws RareClassesException where the rule refuses them, or would drop them all */
    static DatasetManifest treat(DatasetManifest manifest, RareClassRule rule, BuildLog log) {
        List<ClassCounts> rare = below(DatasetStatistics.of(manifest), rule.minimumExamples());
        if (rare.isEmpty() || rule.treatment() == RareClassRule.Treatment.KEEP) {
            return manifest;
        }
        if (rule.treatment() == RareClassRule.Treatment.REFUSE) {
            throw new RareClassesException(names(rare) + (rare.size() == 1 ? " has" : " have")
                    + " too few images for a test that means anything: a class needs " + rule.minimumExamples()
                    + " in all, and one in each split; add images, take " + (rare.size() == 1 ? "it" : "them")
                    + " out with --rare-classes drop, train all the same with --rare-classes keep, or lower"
                    + " --minimum-examples");
        }
        if (rare.size() == manifest.classes().size()) {
            throw new RareClassesException("no class is left: all " + rare.size() + " have fewer than "
                    + rule.minimumExamples() + " images in all, or none in some split; add images, or lower"
                    + " --minimum-examples");
        }
        return without(manifest, rare.stream().map(ClassCounts::name).collect(Collectors.toSet()), log);
    }

    /** {@code Blues (no image)}, {@code Folk (7 images, 1 to test)}. */
    static String names(List<ClassCounts> classes) {
        return classes.stream()
                .map(counts -> counts.name()
                        + (counts.total() == 0
                                ? " (no image)"
                                : " (" + counts.total() + (counts.total() == 1 ? " image, " : " images, ")
                                        + counts.test() + " to test)"))
                .collect(joining(", "));
    }

    private static DatasetManifest without(DatasetManifest manifest, Set<String> dropped, BuildLog log) {
        List<String> classes = manifest.classes().stream()
                .filter(name -> !dropped.contains(name))
                .toList();
        Map<List<Integer>, List<Integer>> renumbered = new HashMap<>();
        List<DatasetItem> items = new ArrayList<>();
        for (DatasetItem item : manifest.items()) {
            List<Integer> left = renumbered.computeIfAbsent(
                    item.classes(),
                    before -> before.stream()
                            .map(manifest.classes()::get)
                            .filter(name -> !dropped.contains(name))
                            .map(classes::indexOf)
                            .toList());
            if (left.isEmpty()) {
                log.exclude(item.image(), Reason.RARE_CLASSES, "all its classes have too few images");
            } else {
                items.add(new DatasetItem(item.image(), item.group(), item.split(), left));
            }
        }
        return new DatasetManifest(classes, items);
    }
}
