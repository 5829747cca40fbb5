package ai.fomo.domain.dataset;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a person should know of a dataset before it is trained on, one sentence each. */
final class Findings {
    private static final int GROUPS_NAMED = 3;

    private Findings() {}

    static List<String> of(
            DatasetManifest manifest,
            Map<String, Integer> groupSizes,
            BuildRules rules,
            List<Exclusion> exclusions,
            List<Leak> leaks) {
        List<String> findings = new ArrayList<>();
        rareClasses(DatasetStatistics.of(manifest), rules.rareClasses(), findings);
        contradictions(exclusions, findings);
        keptLeaks(leaks, findings);
        largeGroups(manifest, groupSizes, rules.shares(), findings);
        return findings;
    }

    private static void rareClasses(DatasetStatistics statistics, RareClassRule rule, List<String> findings) {
        List<ClassCounts> rare = RareClasses.below(statistics, rule.minimumExamples());
        if (!rare.isEmpty()) {
            findings.add(
                    "below the floor of " + rule.minimumExamples() + " images in all and one in each split, but kept: "
                            + RareClasses.names(rare) + "; their figures mean nothing");
        }
        List<ClassCounts> few = statistics.classes().stream()
                .filter(counts -> counts.hasFewTestExamples() && !rare.contains(counts))
                .toList();
        if (!few.isEmpty()) {
            findings.add("fewer than " + RareClassRule.FEW_TEST_EXAMPLES + " images to test: " + RareClasses.names(few)
                    + "; take their figures with caution");
        }
    }

    private static void contradictions(List<Exclusion> exclusions, List<String> findings) {
        long images = exclusions.stream()
                .filter(exclusion -> exclusion.reason() == Exclusion.Reason.CONTRADICTORY_LABELS)
                .count();
        if (images > 0) {
            findings.add((images == 1 ? "1 image is" : images + " images are")
                    + " left out because copies of the same picture have no class in common; correct their labels");
        }
    }

    private static void keptLeaks(List<Leak> leaks, List<String> findings) {
        long groups = kept(leaks, Leak.Kind.GROUP);
        long pictures = kept(leaks, Leak.Kind.NEAR_COPY);
        long seen = kept(leaks, Leak.Kind.SEEN_BEFORE);
        if (groups + pictures > 0) {
            findings.add("the splits that the source gives leak: " + groups + " groups and copies of " + pictures
                    + " images are in more than one; import it without its split column to have them kept apart");
        }
        if (seen > 0) {
            findings.add(seen + " images that the source gives to validation or test were in training in an earlier"
                    + " dataset; models that were trained on it are not tested by them");
        }
    }

    private static long kept(List<Leak> leaks, Leak.Kind kind) {
        return leaks.stream()
                .filter(leak -> leak.kind() == kind && !leak.resolved())
                .count();
    }

    private static void largeGroups(
            DatasetManifest manifest, Map<String, Integer> sizes, SplitShares shares, List<String> findings) {
        double room =
                Math.min(shares.validation(), shares.test()) * manifest.items().size();
        List<String> large = sizes.entrySet().stream()
                .filter(group -> group.getValue() > Math.max(1, room))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(group -> "'" + group.getKey() + "' (" + group.getValue() + ")")
                .toList();
        if (!large.isEmpty()) {
            findings.add((large.size() == 1 ? "1 group is" : large.size() + " groups are")
                    + " larger than a test split of "
                    + Math.round(shares.test() * manifest.items().size())
                    + " images, and so distort the splits: "
                    + large.stream().limit(GROUPS_NAMED).collect(joining(", "))
                    + (large.size() > GROUPS_NAMED ? " ..." : ""));
        }
    }
}
