package ai.fomo.domain.dataset;

import static ai.fomo.domain.dataset.Builds.EVERY_SPLIT;
import static ai.fomo.domain.dataset.Builds.LENIENT;
import static ai.fomo.domain.dataset.Builds.build;
import static ai.fomo.domain.dataset.Builds.cover;
import static ai.fomo.domain.dataset.Builds.exclusionsOf;
import static ai.fomo.domain.dataset.Builds.item;
import static ai.fomo.domain.dataset.Builds.known;
import static ai.fomo.domain.dataset.Builds.leaks;
import static ai.fomo.domain.dataset.Builds.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.dataset.Exclusion.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetBuilderTest {
    private static DatasetBuild buildAll(List<Cover> covers, Copies copies, RememberedSplits remembered) {
        return DatasetBuilder.build(known(covers), copies, remembered, LENIENT);
    }

    private static DatasetBuild buildAll(List<Cover> covers) {
        return buildAll(covers, Copies.none(), RememberedSplits.none());
    }

    @Test
    void labelsBecomeClassesAndThoseWithoutARuleAreIgnored() {
        DatasetItem item = item(build(cover("a", "A", null, "House", "polka", "soul", "techno")), "a");

        assertThat(item.classes()).containsExactly(1, 2);
        assertThat(item.group()).isEqualTo("A");
    }

    @Test
    void aCoverWithoutAClassIsExcluded() {
        DatasetBuild build = build(cover("a", "A", null, "polka"), cover("b", "B", null));

        assertThat(reasons(build, "a", "b")).containsExactly(Reason.NO_CLASS);
    }

    @Test
    void aGivenSplitDecidesForTheWholeGroup() {
        DatasetBuild build = build(
                cover("a", "A", Split.VALIDATION, "soul"),
                cover("b", "A", null, "soul"),
                cover("c", "A", null, "soul"));

        assertThat(List.of("a", "b", "c"))
                .allSatisfy(image -> assertThat(item(build, image).split()).isEqualTo(Split.VALIDATION));
    }

    @Test
    void givenSplitsOfAGroupAreKeptAndReportedAsALeak() {
        DatasetBuild build = build(
                cover("a", "A", Split.VALIDATION, "soul"),
                cover("b", "A", Split.TEST, "soul"),
                cover("c", "A", null, "soul"));

        assertThat(item(build, "a").split()).isEqualTo(Split.VALIDATION);
        assertThat(item(build, "b").split()).isEqualTo(Split.TEST);
        assertThat(exclusionsOf(build, "c"))
                .extracting(Exclusion::reason, Exclusion::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Reason.GIVEN_SPLITS, "group 'A' is given as validation and test"));
        assertThat(leaks(build, Leak.Kind.GROUP)).singleElement().satisfies(leak -> {
            assertThat(leak.subject()).isEqualTo("A");
            assertThat(leak.resolved()).isFalse();
        });
        assertThat(build.findings()).anyMatch(finding -> finding.contains("1 groups and copies of 0 images"));
        assertThat(build.assigned()).doesNotContainKey("A");
    }

    @Test
    void coversThatBelongToNobodyHaveTheirOwnGroup() {
        DatasetBuild build =
                build(cover("a", "Various Artists", Split.TRAIN, "soul"), cover("b", "V.A.", Split.TEST, "soul"));

        assertThat(item(build, "a").group()).isEqualTo(item(build, "a").image().hex());
        assertThat(item(build, "b").split()).isEqualTo(Split.TEST);
        assertThat(build.leaks()).isEmpty();
    }

    @Test
    void aGroupThatFillsMoreThanTrainingMayHoldIsRefused() {
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            covers.add(cover("image " + i, i < 81 ? "Prince" : "group " + i, null, "soul"));
        }

        assertThatExceptionOfType(GroupTooLargeException.class)
                .isThrownBy(() -> buildAll(covers))
                .withMessageStartingWith(
                        "group 'Prince' has 81 of 100 images, more than the 80 that training may hold");
    }

    @Test
    void aGroupLargerThanATestSplitIsNamedAndGoesToTraining() {
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            covers.add(cover("image " + i, i < 40 ? "Prince" : "group " + i, null, "soul"));
        }

        DatasetBuild build = buildAll(covers);

        assertThat(item(build, "image 0").split()).isEqualTo(Split.TRAIN);
        assertThat(build.findings())
                .anyMatch(finding -> finding.startsWith("1 group is larger than a test split of 10"));
    }

    @Test
    void anEmptySplitIsRefusedWithWhatThereIsAndWhatToDo() {
        List<Cover> covers = List.of(cover("a", "A", Split.TRAIN, "soul"), cover("b", "A", null, "soul"));

        assertThatExceptionOfType(DatasetTooSmallException.class)
                .isThrownBy(() -> buildAll(covers))
                .withMessageContaining("of 2 images in 1 groups, 2 fall to training, 0 to validation and 0 to test")
                .withMessageContaining("add images");
    }

    @Test
    void noUsableCoverIsRefusedWithTheMostFrequentReason() {
        List<Cover> covers = List.of(cover("a", "A", null, "polka"), cover("b", "B", null, "ska"));

        assertThatExceptionOfType(DatasetTooSmallException.class)
                .isThrownBy(() -> buildAll(covers))
                .withMessageContaining("2 were excluded, 2 of them as no-class (no label has a rule)");
        assertThatExceptionOfType(DatasetTooSmallException.class)
                .isThrownBy(() -> buildAll(List.of()))
                .withMessageContaining("no covers");
    }

    @Test
    void exclusionsAreSortedByImage() {
        List<Sha256> images = build(cover("a", "A", null, "x"), cover("b", "B", null, "x"), cover("c", "C", null, "x"))
                .exclusions()
                .stream()
                .map(Exclusion::image)
                .toList();

        assertThat(images).hasSize(3).isSorted();
    }

    /** Everything at once: copies, artists that share images, given splits, labels that no rule knows. */
    private static List<Cover> anyCovers(Random random, int count) {
        List<Cover> covers = new ArrayList<>(EVERY_SPLIT);
        for (int i = 0; i < count; i++) {
            @Nullable
            Split given = random.nextInt(8) == 0 ? List.of(Split.values()).get(random.nextInt(3)) : null;
            String label = List.of("jazz", "house", "polka").get(random.nextInt(3));
            covers.add(cover("image " + random.nextInt(count), "group " + random.nextInt(count / 3 + 1), given, label));
        }
        return covers;
    }

    private static Copies anyCopies(Random random, int count) {
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int i = 0; i < count / 10; i++) {
            int one = random.nextInt(count);
            pairs.add(Builds.pair("image " + one, "image " + (one + 1 + random.nextInt(5))));
        }
        return new Copies(pairs, Set.of());
    }

    @Property(tries = 200)
    void everyImageIsAnItemOrAnExclusionInWhateverOrderTheyCome(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        List<Cover> covers = anyCovers(random, 60);
        Copies copies = anyCopies(random, 60);
        DatasetBuild build = buildAll(covers, copies, RememberedSplits.none());
        Collections.shuffle(covers, random);

        assertThat(buildAll(covers, copies, RememberedSplits.none())).isEqualTo(build);
        assertThat(Stream.concat(
                        build.manifest().items().stream().map(DatasetItem::image),
                        build.exclusions().stream().map(Exclusion::image)))
                .containsExactlyInAnyOrderElementsOf(
                        covers.stream().map(Cover::image).distinct().toList());
    }

    @Property(tries = 200)
    void noGroupAndNoPictureIsInTwoSplitsUnlessTheSourceSaysSo(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        List<Cover> covers = anyCovers(random, 60);
        Copies copies = anyCopies(random, 60);
        DatasetBuild build = buildAll(covers, copies, RememberedSplits.none());

        Set<String> reported =
                leaks(build, Leak.Kind.GROUP).stream().map(Leak::subject).collect(Collectors.toSet());
        Map<Sha256, Split> splits = new HashMap<>();
        build.manifest().items().forEach(item -> splits.put(item.image(), item.split()));
        Map<String, Set<Split>> reached = new HashMap<>();
        for (Cover cover : covers) {
            Split split = splits.get(cover.image());
            if (split != null) {
                reached.merge(cover.group(), Set.of(split), KnownImages::mergeSplits);
            }
        }
        reached.forEach((group, of) -> assertThat(of.size() == 1 || reported.contains(group))
                .as("%s is in %s", group, of)
                .isTrue());
        for (DuplicatePair pair : copies.near()) {
            if (splits.containsKey(pair.first()) && splits.containsKey(pair.second())) {
                assertThat(leaks(build, Leak.Kind.NEAR_COPY)).anyMatch(leak -> !leak.resolved());
            }
        }
    }

    @Property(tries = 300)
    void theSameCatalogueGivesTheSameDatasetAgainOnceItsSplitsAreRemembered(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        List<Cover> covers = anyCovers(random, 60);
        Copies copies = anyCopies(random, 60);
        DatasetBuild first = buildAll(covers, copies, RememberedSplits.none());

        DatasetBuild again = buildAll(covers, copies, new RememberedSplits(first.assigned()));

        assertThat(again.manifest().digest()).isEqualTo(first.manifest().digest());
        assertThat(again.assigned()).isEmpty();
    }

    @Property(tries = 100)
    void whatWasAssignedStaysWhenTheCatalogueGrows(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        List<Cover> covers = anyCovers(random, 60);
        DatasetBuild before = buildAll(covers);
        List<Cover> more = new ArrayList<>(covers);
        for (int i = 0; i < 90; i++) {
            more.add(cover("new " + i, "group " + random.nextInt(60), null, "soul"));
        }

        DatasetBuild after = buildAll(more, Copies.none(), new RememberedSplits(before.assigned()));

        assertThat(after.manifest().items()).containsAll(before.manifest().items());
        assertThat(after.assigned())
                .doesNotContainKeys(before.assigned().keySet().toArray(String[]::new));
        before.assigned()
                .forEach((key, split) -> assertThat(after.manifest().items())
                        .filteredOn(item -> item.group().equals(key))
                        .allMatch(item -> item.split() == split));
    }
}
