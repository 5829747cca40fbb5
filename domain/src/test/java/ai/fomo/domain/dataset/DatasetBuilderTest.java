package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetBuilderTest {
    private static final ClassMapping MAPPING = ClassMapping.of(new GenreMap(
            "test", "1", new Taxonomy("three", List.of("Jazz", "Soul", "Techno")), Map.of("house", "Techno")));

    /** One for each split, so that what a test adds decides nothing but what it is about. */
    private static final List<Cover> EVERY_SPLIT = List.of(
            cover("train", "train", Split.TRAIN, "jazz"),
            cover("validation", "validation", Split.VALIDATION, "jazz"),
            cover("test", "test", Split.TEST, "jazz"));

    private static Cover cover(String image, String group, @Nullable Split given, String... labels) {
        List<SourceLabel> sourceLabels = Stream.of(labels)
                .map(label -> new SourceLabel(label, LabelKind.FILE))
                .toList();
        return new Cover(digest(image), "source", image + ".jpg", group, given, 640, 640, sourceLabels);
    }

    private static DatasetBuild build(Cover... covers) {
        List<Cover> all = Stream.concat(EVERY_SPLIT.stream(), Stream.of(covers)).toList();
        return DatasetBuilder.build(all, MAPPING, SplitAssignment.standard());
    }

    private static DatasetItem item(DatasetBuild build, String image) {
        return build.manifest().items().stream()
                .filter(item -> item.image().equals(digest(image)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(DatasetBuild build, String image) {
        return build.exclusions().stream()
                .filter(exclusion -> exclusion.image().equals(digest(image)))
                .map(Exclusion::detail)
                .toList();
    }

    @Test
    void labelsBecomeClassesAndThoseWithoutARuleAreIgnored() {
        DatasetItem item = item(build(cover("a", "A", null, "House", "polka", "soul", "techno")), "a");

        assertThat(item.classes()).containsExactly(1, 2);
        assertThat(item.split()).isEqualTo(SplitAssignment.standard().of("A"));
    }

    @Test
    void aCoverKnownTwiceIsOneItemWithTheLabelsOfBoth() {
        DatasetBuild build = build(cover("a", "A", null, "house"), cover("a", "A", Split.TEST, "soul"));

        assertThat(item(build, "a").classes()).containsExactly(1, 2);
        assertThat(item(build, "a").split()).isEqualTo(Split.TEST);
        assertThat(build.exclusions()).isEmpty();
    }

    @Test
    void aCoverGivenToTwoSplitsIsExcludedAndItsGroupStays() {
        DatasetBuild build = build(
                cover("a", "A", Split.TRAIN, "soul"),
                cover("a", "A", Split.TEST, "soul"),
                cover("b", "A", Split.TEST, "soul"));

        assertThat(reasons(build, "a")).containsExactly("the image is given as train and test");
        assertThat(item(build, "b").split()).isEqualTo(Split.TEST);
    }

    @Test
    void aCoverWithoutAClassIsExcluded() {
        assertThat(reasons(build(cover("a", "A", null, "polka"), cover("b", "B", null)), "a"))
                .containsExactly("no label has a rule");
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
    void aGroupWhoseGivenSplitsContradictIsExcludedWhole() {
        DatasetBuild build = build(
                cover("a", "A", Split.VALIDATION, "soul"),
                cover("b", "A", Split.TEST, "soul"),
                cover("c", "A", null, "soul"));

        assertThat(List.of("a", "b", "c"))
                .allSatisfy(image ->
                        assertThat(reasons(build, image)).containsExactly("group 'A' is given as validation and test"));
    }

    @Test
    void anImageThatBridgesTwoSplitsIsExcludedAndItsGroupsAreNotChained() {
        DatasetBuild build = build(
                cover("a", "train", null, "soul"), cover("a", "test", null, "soul"), cover("b", "test", null, "soul"));

        assertThat(reasons(build, "a")).containsExactly("the image is in groups of train and test");
        assertThat(item(build, "b").split()).isEqualTo(Split.TEST);
        assertThat(item(build, "train").split()).isEqualTo(Split.TRAIN);
    }

    @Test
    void anImageInTwoGroupsOfOneSplitStays() {
        DatasetBuild build = build(cover("a", "B", Split.TRAIN, "soul"), cover("a", "train", null, "jazz"));

        assertThat(item(build, "a").group()).isEqualTo("B");
        assertThat(item(build, "a").classes()).containsExactly(0, 1);
    }

    @Property(tries = 100)
    void everyImageIsAnItemOrAnExclusionInWhateverOrderTheyCome(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        List<Cover> covers = new ArrayList<>(EVERY_SPLIT);
        for (int i = 0; i < 60; i++) {
            @Nullable
            Split given = random.nextInt(8) == 0 ? List.of(Split.values()).get(random.nextInt(3)) : null;
            String label = List.of("jazz", "house", "polka").get(random.nextInt(3));
            covers.add(cover("image " + random.nextInt(40), "group " + random.nextInt(15), given, label));
        }
        DatasetBuild build = DatasetBuilder.build(covers, MAPPING, SplitAssignment.standard());
        Collections.shuffle(covers, random);

        assertThat(DatasetBuilder.build(covers, MAPPING, SplitAssignment.standard()))
                .isEqualTo(build);
        assertThat(Stream.concat(
                        build.manifest().items().stream().map(DatasetItem::image),
                        build.exclusions().stream().map(Exclusion::image)))
                .containsExactlyInAnyOrderElementsOf(
                        covers.stream().map(Cover::image).distinct().toList());
        assertThat(covers)
                .filteredOn(cover -> cover.givenSplit() != null)
                .allSatisfy(cover -> assertThat(build.manifest().items())
                        .filteredOn(item -> item.image().equals(cover.image()))
                        .allMatch(item -> item.split() == cover.givenSplit()));
    }

    @Test
    void moreCoversDoNotMoveTheGroupsThatWereThere() {
        DatasetBuild small = build(cover("a", "A", null, "soul"), cover("b", "B", null, "soul"));
        DatasetBuild large =
                build(cover("c", "C", null, "soul"), cover("b", "B", null, "soul"), cover("a", "A", null, "soul"));

        assertThat(large.manifest().items()).containsAll(small.manifest().items());
    }

    @Test
    void anEmptySplitIsRefusedWithWhatThereIsAndWhatToDo() {
        List<Cover> covers = List.of(cover("a", "A", Split.TRAIN, "soul"), cover("b", "A", null, "soul"));

        assertThatExceptionOfType(DatasetTooSmallException.class)
                .isThrownBy(() -> DatasetBuilder.build(covers, MAPPING, SplitAssignment.standard()))
                .withMessageContaining("of 2 images in 1 groups, 2 fall to training, 0 to validation and 0 to test")
                .withMessageContaining("add images");
    }

    @Test
    void noUsableCoverIsRefusedWithTheMostFrequentReason() {
        List<Cover> covers = List.of(cover("a", "A", null, "polka"), cover("b", "B", null, "ska"));

        assertThatExceptionOfType(DatasetTooSmallException.class)
                .isThrownBy(() -> DatasetBuilder.build(covers, MAPPING, SplitAssignment.standard()))
                .withMessageContaining("2 were excluded, 2 of them because no label has a rule");
        assertThatExceptionOfType(DatasetTooSmallException.class)
                .isThrownBy(() -> DatasetBuilder.build(List.of(), MAPPING, SplitAssignment.standard()))
                .withMessageContaining("no covers");
    }

    @Test
    void fiftyGroupsAreHardlyEverTooFew() {
        long refused = Stream.iterate(0L, seed -> seed + 1)
                .limit(200)
                .filter(DatasetBuilderTest::isRefused)
                .count();

        // Without luck, a split of a tenth is empty once in 0.9^-50 = 194 times, for each of two splits.
        assertThat(refused).isLessThan(12);
    }

    private static boolean isRefused(long seed) {
        List<Cover> covers = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> cover("image " + i, "group " + i, null, "soul"))
                .toList();
        try {
            DatasetBuilder.build(covers, MAPPING, SplitAssignment.of(seed));
            return false;
        } catch (DatasetTooSmallException e) {
            return true;
        }
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
}
