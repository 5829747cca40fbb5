package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Covers by short names, and the datasets that come of them. Classes are Jazz, Soul and Techno; house means Techno. */
final class Builds {
    static final ClassMapping MAPPING = ClassMapping.of(new GenreMap(
            "test", "1", new Taxonomy("three", List.of("Jazz", "Soul", "Techno")), Map.of("house", "Techno")));

    static final BuildRules LENIENT =
            new BuildRules(SplitShares.standard(), 0, new RareClassRule(RareClassRule.Treatment.KEEP, 0));

    /** One for each split, so that what a test adds decides nothing but what it is about. */
    static final List<Cover> EVERY_SPLIT = List.of(
            cover("train", "train", Split.TRAIN, "jazz"),
            cover("validation", "validation", Split.VALIDATION, "jazz"),
            cover("test", "test", Split.TEST, "jazz"));

    private Builds() {}

    static Cover cover(String image, String group, @Nullable Split given, String... labels) {
        return cover(image, image + ".jpg", group, given, 640, labels);
    }

    static Cover cover(
            String image, String externalId, String group, @Nullable Split given, int side, String... labels) {
        List<SourceLabel> sourceLabels = Stream.of(labels)
                .map(label -> new SourceLabel(label, LabelKind.FILE))
                .toList();
        return new Cover(digest(image), "source", externalId, group, given, side, side, sourceLabels);
    }

    /** A cover that belongs to no group. */
    static Cover alone(String image, String... labels) {
        return cover(image, digest(image).hex(), null, labels);
    }

    static KnownImages known(Collection<Cover> covers) {
        KnownImages images = new KnownImages(MAPPING);
        covers.forEach(images::add);
        return images;
    }

    /** Leniently, beside a cover for each split. */
    static DatasetBuild build(Cover... covers) {
        return build(Copies.none(), RememberedSplits.none(), covers);
    }

    static DatasetBuild build(Copies copies, RememberedSplits remembered, Cover... covers) {
        List<Cover> all = new ArrayList<>(EVERY_SPLIT);
        all.addAll(List.of(covers));
        return DatasetBuilder.build(known(all), copies, remembered, LENIENT);
    }

    static Copies near(String... images) {
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int i = 1; i < images.length; i++) {
            pairs.add(pair(images[i - 1], images[i]));
        }
        return new Copies(pairs, Set.of());
    }

    static DuplicatePair pair(String one, String other) {
        Sha256 first = digest(one);
        Sha256 second = digest(other);
        return first.compareTo(second) < 0
                ? new DuplicatePair(first, second, false)
                : new DuplicatePair(second, first, false);
    }

    static RememberedSplits remembered(Map<String, Split> groups, Map<String, Split> images) {
        Map<String, Split> byKey = new java.util.HashMap<>(groups);
        images.forEach((image, split) -> byKey.put(digest(image).hex(), split));
        return new RememberedSplits(byKey);
    }

    static boolean has(DatasetBuild build, String image) {
        return build.manifest().items().stream().anyMatch(item -> item.image().equals(digest(image)));
    }

    static DatasetItem item(DatasetBuild build, String image) {
        return build.manifest().items().stream()
                .filter(item -> item.image().equals(digest(image)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(image + " is no item; excluded: " + build.exclusions()));
    }

    static List<Exclusion> exclusionsOf(DatasetBuild build, String image) {
        return build.exclusions().stream()
                .filter(exclusion -> exclusion.image().equals(digest(image)))
                .toList();
    }

    static Set<Exclusion.Reason> reasons(DatasetBuild build, String... images) {
        return Stream.of(images)
                .flatMap(image -> exclusionsOf(build, image).stream())
                .map(Exclusion::reason)
                .collect(Collectors.toSet());
    }

    static List<Leak> leaks(DatasetBuild build, Leak.Kind kind) {
        return build.leaks().stream().filter(leak -> leak.kind() == kind).toList();
    }
}
