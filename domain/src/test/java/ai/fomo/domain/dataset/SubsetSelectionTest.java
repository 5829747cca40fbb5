package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubsetSelectionTest {
    private static final List<String> CLASSES = List.of("Jazz", "Soul", "Techno");

    @Test
    void trainingAndValidationShrinkByTheSameFractionAndTestStays() {
        DatasetManifest full = singles(80, 10, 10);

        assertThat(fraction(full, 0.5).counts()).isEqualTo(new SplitCounts(40, 5, 10));
        assertThat(fraction(full, 0.1).counts()).isEqualTo(new SplitCounts(8, 1, 10));
        assertThat(fraction(full, 0.1).items(Split.TEST)).isEqualTo(full.items(Split.TEST));
    }

    @Test
    void aCountIsOfTrainingAndValidationTogether() {
        DatasetManifest full = singles(80, 10, 10);

        for (int images = 2; images <= 90; images++) {
            assertThat(count(full, images).counts().total()).isEqualTo(images + 10);
        }
        assertThat(count(full, 45).counts()).isEqualTo(new SplitCounts(40, 5, 10));
    }

    @Test
    void theWholeFractionOrCountIsTheSameManifest() {
        DatasetManifest full = singles(80, 10, 10);

        assertThat(fraction(full, 1)).isEqualTo(full);
        assertThat(count(full, 90)).isEqualTo(full);
    }

    @Test
    void oneOfTrainingAndOneOfValidationStays() {
        assertThat(count(singles(80, 10, 10), 1).counts()).isEqualTo(new SplitCounts(1, 1, 10));
        assertThat(fraction(singles(80, 10, 10), 0.001).counts()).isEqualTo(new SplitCounts(1, 1, 10));
    }

    @Test
    void moreThanThereIsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count(singles(80, 10, 10), 91))
                .withMessage("a subset of 91 images was asked for, but training and validation have 90 together;"
                        + " ask for at most 90");
    }

    @Test
    void groupsThatLeaveNothingNearTheWantedSizeAreNamedAsTheReason() {
        List<DatasetItem> items = new ArrayList<>();
        group(items, "one artist", 500, Split.TRAIN);
        group(items, "another", 60, Split.VALIDATION);
        DatasetManifest full = new DatasetManifest(CLASSES, items);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fraction(full, 0.1))
                .withMessage("a subset of 56 images of training and validation would have 560, since groups stay whole"
                        + " and each split keeps one; ask for at least 560, or import smaller groups");
    }

    @Test
    void theSizeClosestToTheWantedOneIsTakenWhereGroupsDoNotFit() {
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            group(items, "train " + i, 10, Split.TRAIN);
            group(items, "validation " + i, 10, Split.VALIDATION);
        }
        DatasetManifest full = new DatasetManifest(CLASSES, items);

        // 34 each is closer to 30 than to 40, 36 to 40.
        assertThat(count(full, 68).counts()).isEqualTo(new SplitCounts(30, 30, 0));
        assertThat(count(full, 72).counts()).isEqualTo(new SplitCounts(40, 40, 0));
    }

    @Test
    void aGroupThatTheSourceSplitIsOneGroupInEachSplit() {
        List<DatasetItem> items = new ArrayList<>();
        group(items, "both", 2, Split.TRAIN);
        for (int i = 0; i < 5; i++) {
            group(items, "train " + i, 2, Split.TRAIN);
            group(items, "validation " + i, 2, Split.VALIDATION);
        }
        items.add(new DatasetItem(digest("both in validation"), "both", Split.VALIDATION, List.of(0)));
        DatasetManifest full = new DatasetManifest(CLASSES, items);

        boolean apart = false;
        for (long seed = 0; seed < 20; seed++) {
            List<DatasetItem> taken = SubsetSelection.select(full, new Subset(new SubsetSize.Fraction(0.5), seed))
                    .items();
            long train = taken.stream().filter(i -> inBoth(i, Split.TRAIN)).count();
            long validation =
                    taken.stream().filter(i -> inBoth(i, Split.VALIDATION)).count();
            assertThat(train).isIn(0L, 2L);
            apart |= train > 0 != validation > 0;
        }
        assertThat(apart).isTrue();
    }

    @Property(tries = 200)
    void theSmallerOfTwoSubsetsIsInTheLarger(
            @ForAll @IntRange(min = 1, max = 200) int one,
            @ForAll @IntRange(min = 1, max = 200) int other,
            @ForAll long seed) {
        DatasetManifest full = grouped(seed);
        int there = full.counts().train() + full.counts().validation();
        Subset smaller = new Subset(new SubsetSize.Count(Math.min(there, Math.min(one, other))), seed);
        Subset larger = new Subset(new SubsetSize.Fraction(Math.min(1.0, Math.max(one, other) / (double) there)), seed);

        select(full, smaller)
                .ifPresent(small ->
                        assertThat(SubsetSelection.select(full, larger).items()).containsAll(small.items()));
    }

    /** Empty where so few images are asked for that the smallest groups are too many: hardly more than one image. */
    private static Optional<DatasetManifest> select(DatasetManifest full, Subset subset) {
        try {
            return Optional.of(SubsetSelection.select(full, subset));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("a subset of \\d images of training and validation would have .*");
            return Optional.empty();
        }
    }

    @Property(tries = 200)
    void groupsStayWholeTestStaysAndNothingElseComesIn(
            @ForAll @IntRange(min = 1, max = 100) int percent, @ForAll long seed) {
        DatasetManifest full = grouped(seed);

        select(full, new Subset(new SubsetSize.Fraction(percent / 100.0), seed)).ifPresent(subset -> {
            assertThat(full.items()).containsAll(subset.items());
            assertThat(subset.items(Split.TEST)).isEqualTo(full.items(Split.TEST));
            assertThat(subset.counts().train()).isPositive();
            assertThat(subset.counts().validation()).isPositive();
            Map<String, List<DatasetItem>> groups = full.items().stream().collect(groupingBy(DatasetItem::group));
            subset.items().stream()
                    .collect(groupingBy(DatasetItem::group))
                    .forEach((group, items) -> assertThat(items).isEqualTo(groups.get(group)));
        });
    }

    @Property(tries = 100)
    void everyClassOfTrainingStaysWhereThereIsRoomForAGroupOfEach(
            @ForAll @IntRange(min = 30, max = 100) int percent, @ForAll long seed) {
        DatasetManifest full = grouped(seed);

        DatasetManifest subset =
                SubsetSelection.select(full, new Subset(new SubsetSize.Fraction(percent / 100.0), seed));

        long groups = subset.items(Split.TRAIN).stream()
                .map(DatasetItem::group)
                .distinct()
                .count();
        if (groups >= CLASSES.size()) {
            assertThat(classes(subset)).isEqualTo(classes(full));
        }
    }

    private static Set<Integer> classes(DatasetManifest manifest) {
        Set<Integer> classes = new TreeSet<>();
        manifest.items(Split.TRAIN).forEach(item -> classes.addAll(item.classes()));
        return classes;
    }

    private static boolean inBoth(DatasetItem item, Split split) {
        return item.group().equals("both") && item.split() == split;
    }

    private static DatasetManifest fraction(DatasetManifest full, double fraction) {
        return SubsetSelection.select(full, new Subset(new SubsetSize.Fraction(fraction), 7));
    }

    private static DatasetManifest count(DatasetManifest full, int images) {
        return SubsetSelection.select(full, new Subset(new SubsetSize.Count(images), 7));
    }

    private static DatasetManifest singles(int train, int validation, int test) {
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < train + validation + test; i++) {
            Split split = i < train ? Split.TRAIN : i < train + validation ? Split.VALIDATION : Split.TEST;
            group(items, "artist " + i, 1, split);
        }
        return new DatasetManifest(CLASSES, items);
    }

    /** Groups of 1 to 4 items, 80 in training, 20 in validation, 10 in test; Techno is rare. */
    private static DatasetManifest grouped(long seed) {
        Random random = new Random(seed);
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            group(
                    items,
                    "artist " + i,
                    1 + random.nextInt(4),
                    i < 80 ? Split.TRAIN : i < 100 ? Split.VALIDATION : Split.TEST);
        }
        return new DatasetManifest(CLASSES, items);
    }

    private static void group(List<DatasetItem> items, String group, int size, Split split) {
        for (int i = 0; i < size; i++) {
            int c = items.size() % 37 == 5 ? 2 : items.size() % 2;
            items.add(new DatasetItem(digest(group + "/" + split + i), group, split, List.of(c)));
        }
    }
}
