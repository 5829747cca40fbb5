package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final List<String> CLASSES = List.of("Jazz", "Soul", "Techno");
    private static final ClassFrequencies TRAINING = new ClassFrequencies(CLASSES, List.of(30, 50, 20), 80);
    private static final Slice COVERS = new Slice(Slice.Kind.MEDIUM, "covers");
    private static final Slice POSTERS = new Slice(Slice.Kind.MEDIUM, "posters");
    private static final Slice ALL = new Slice(Slice.Kind.SOURCE, "the only one");
    private static final Slice FILE = new Slice(Slice.Kind.LABEL_KIND, "file");
    private static final Slice ARTIST = new Slice(Slice.Kind.LABEL_KIND, "artist");

    private static ScoredItem item(String group, List<Integer> truth, double jazz, double soul, Slice... slices) {
        List<Slice> all = new ArrayList<>(List.of(slices));
        all.add(ALL);
        return new ScoredItem(
                Digests.digest(group + truth + jazz), group, new TreeSet<>(truth), new double[] {jazz, soul, 0}, all);
    }

    private static final ScoredItems ITEMS = new ScoredItems(
            CLASSES,
            List.of(
                    item("a", List.of(0), 0.9, 0.1, COVERS, FILE, ARTIST),
                    item("a", List.of(0), 0.2, 0.1, COVERS, FILE),
                    item("b", List.of(0, 1), 0.9, 0.8, COVERS, ARTIST),
                    item("c", List.of(0, 1, 2), 0.9, 0.8, COVERS, ARTIST),
                    item("d", List.of(), 0.1, 0.9, POSTERS, ARTIST),
                    item("e", List.of(1), 0.1, 0.9, POSTERS, ARTIST)));

    private static List<SliceFigures> slices(Bootstrap bootstrap) {
        return Slices.of(new Contender(ITEMS, Scores.thresholds(3, 0.5)), TRAINING, bootstrap);
    }

    @Test
    void itemsAreSlicedByGenreByNumberOfLabelsAndByWhatTheyCarry() {
        assertThat(slices(Bootstrap.none()).stream()
                        .map(slice -> slice.slice().kind().label() + " "
                                + slice.slice().name() + ": " + slice.items() + " of " + slice.groups()))
                .containsExactly(
                        "genre Jazz: 4 of 3",
                        "genre Soul: 3 of 3",
                        "genre Techno: 1 of 1",
                        "labels 0: 1 of 1",
                        "labels 1: 3 of 2",
                        "labels 2: 1 of 1",
                        "labels 3 or more: 1 of 1",
                        "label-kind artist: 5 of 5",
                        "label-kind file: 2 of 1",
                        "medium covers: 4 of 3",
                        "medium posters: 2 of 2");
    }

    @Test
    void aSliceIsJudgedAsItsItemsWouldBe() {
        SliceFigures posters = slices(BOOTSTRAP).get(10);
        ScoredItems alone = new ScoredItems(CLASSES, ITEMS.items().subList(4, 6));

        assertThat(posters.slice()).isEqualTo(POSTERS);
        assertThat(posters.figures())
                .isEqualTo(Evaluator.judge(new Contender(alone, Scores.thresholds(3, 0.5)), TRAINING, BOOTSTRAP, null)
                        .figures());
        assertThat(posters.figures().of(Measure.TOP_1).value()).isEqualTo(0.5);
    }

    private static final Bootstrap BOOTSTRAP = new Bootstrap(50, 1);

    @Test
    void moreDrawsThanASliceNeedsAreNotMade() {
        assertThat(slices(Bootstrap.standard())).isEqualTo(slices(new Bootstrap(Slices.MOST_DRAWS, 1)));
    }
}
