package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetStatisticsTest {
    private static DatasetItem item(String image, Split split, Integer... classes) {
        return new DatasetItem(digest(image), image, split, List.of(classes));
    }

    private static DatasetManifest manifest(List<String> classes, DatasetItem... items) {
        return new DatasetManifest(classes, List.of(items));
    }

    /** Jazz 4 (two with Soul), Soul 2, Folk none. */
    private static final DatasetManifest FOUR = manifest(
            List.of("Jazz", "Soul", "Folk"),
            item("a", Split.TRAIN, 0, 1),
            item("b", Split.TRAIN, 0),
            item("c", Split.VALIDATION, 0),
            item("d", Split.TEST, 0, 1));

    @Test
    void countsByClassAndSplit() {
        DatasetStatistics statistics = DatasetStatistics.of(FOUR);

        assertThat(statistics.splits()).isEqualTo(new SplitCounts(2, 1, 1));
        assertThat(statistics.classes())
                .containsExactly(
                        new ClassCounts("Jazz", 2, 1, 1),
                        new ClassCounts("Soul", 1, 0, 1),
                        new ClassCounts("Folk", 0, 0, 0));
    }

    @Test
    void cardinalityAndImbalanceAreThoseOfTheHand() {
        DatasetStatistics statistics = DatasetStatistics.of(FOUR);

        // 6 labels on 4 images; 4 of Jazz over 2 of Soul; the mean of 1 and 2, Folk has no ratio.
        assertThat(statistics.cardinality()).isEqualTo(1.5);
        assertThat(statistics.imbalanceRatio()).isEqualTo(2);
        assertThat(statistics.meanImbalanceRatio()).isEqualTo(1.5);
    }

    @Test
    void coOccurrenceIsSymmetricWithTheTotalsOnItsDiagonal() {
        assertThat(DatasetStatistics.of(FOUR).coOccurrence())
                .containsExactly(List.of(4, 2, 0), List.of(2, 2, 0), List.of(0, 0, 0));
    }

    @Test
    void driftIsNothingBetweenEqualDistributionsOfAnySize() {
        DatasetStatistics one = DatasetStatistics.of(FOUR);
        DatasetStatistics other = DatasetStatistics.of(
                manifest(List.of("Jazz", "Soul"), item("x", Split.TRAIN, 0, 1), item("y", Split.TEST, 0)));

        LabelDrift drift = LabelDrift.between(FOUR.digest(), one, other);

        assertThat(drift.distance()).isEqualTo(0);
        assertThat(drift.classes()).extracting(LabelDrift.ClassDrift::name).containsExactly("Jazz", "Soul", "Folk");
        assertThat(drift.classes().get(1).shareBefore()).isEqualTo(0.5);
        assertThat(drift.classes().get(1).change()).isEqualTo(0);
    }

    @Test
    void driftIsOneWhereNoClassIsCommonAndBetweenThemByHand() {
        DatasetStatistics jazz = DatasetStatistics.of(manifest(List.of("Jazz"), item("a", Split.TRAIN, 0)));
        DatasetStatistics soul = DatasetStatistics.of(manifest(List.of("Soul"), item("b", Split.TRAIN, 0)));
        DatasetStatistics both = DatasetStatistics.of(
                manifest(List.of("Jazz", "Soul"), item("c", Split.TRAIN, 0), item("d", Split.TRAIN, 1)));

        assertThat(LabelDrift.between(digest("x"), jazz, soul).distance()).isEqualTo(1);
        // P = (1, 0), Q = (1/2, 1/2), M = (3/4, 1/4): (log2(4/3) + (log2(2/3) + log2 2) / 2) / 2 = 0.31128 bits.
        assertThat(LabelDrift.between(digest("x"), jazz, both).distance()).isCloseTo(Math.sqrt(0.311278), within(1e-6));
    }
}
