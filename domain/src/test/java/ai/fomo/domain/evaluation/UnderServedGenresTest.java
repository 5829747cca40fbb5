package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.evaluation.UnderServed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnderServedGenresTest {
    private static final List<String> CLASSES = List.of("Pop", "Reggaeton", "Folk");

    /** Pop is told well; Reggaeton is ranked well and hardly ever reaches its threshold; Folk's scores have nothing to do with it. */
    private static List<UnderServed> found(int reggaeton, int served, int folk) {
        Random random = new Random(1);
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Integer> truth = IntStream.of(
                            i < 100 ? 0 : -1, i < reggaeton ? 1 : -1, i % 5 == 0 && i / 5 < folk ? 2 : -1)
                    .filter(genre -> genre >= 0)
                    .boxed()
                    .toList();
            items.add(Scores.item(
                    "item " + i,
                    truth,
                    i < 100 ? 0.9 : 0.6,
                    i < served ? 0.8 : i < reggaeton ? 0.4 : 0.1,
                    0.6 + 0.3 * random.nextDouble()));
        }
        Contender model = new Contender(new ScoredItems(CLASSES, items), Scores.thresholds(3, 0.5));
        return UnderServedGenres.of(
                Evaluator.judge(model, Scores.frequencies(model.items()), new Bootstrap(200, 1), null));
    }

    @Test
    void aGenreThatIsServedFarLessOftenThanItOccursIsNamed() {
        assertThat(found(41, 2, 0))
                .containsExactly(new UnderServed(
                        "Reggaeton",
                        Reason.UNDER_PREDICTED,
                        "Reggaeton is under-predicted: named for 2 of the images, truly on 41 (recall 0.05)"));
        assertThat(found(41, 20, 0)).hasSize(1);
        assertThat(found(41, 21, 0)).isEmpty();
    }

    @Test
    void aGenreThatIsRankedByChanceIsNamed() {
        assertThat(found(41, 41, 40)).singleElement().satisfies(folk -> {
            assertThat(folk.genre()).isEqualTo("Folk");
            assertThat(folk.reason()).isEqualTo(Reason.NOT_LEARNED);
            assertThat(folk.sentence())
                    .matches("Folk is not learned, as far as 40 images can tell: average precision 0\\.\\d{3}"
                            + " beside 0\\.200 by chance, AUC 0\\.\\d{3} \\(0\\.\\d{3} to 0\\.\\d{3}\\) beside 0\\.5");
        });
    }

    @Test
    void tooFewItemsTellNothing() {
        assertThat(found(4, 0, 4)).isEmpty();
        assertThat(found(5, 0, 4)).hasSize(1);
    }

    @Test
    void aGenreThatEveryItemHasCannotBeRankedAndIsNotNamed() {
        List<ScoredItem> items = IntStream.range(0, 10)
                .mapToObj(i -> Scores.item("item " + i, List.of(0), 0.9, 0.1, 0.1))
                .toList();
        Contender model = new Contender(new ScoredItems(CLASSES, items), Scores.thresholds(3, 0.5));

        assertThat(UnderServedGenres.of(
                        Evaluator.judge(model, Scores.frequencies(model.items()), new Bootstrap(200, 1), null)))
                .isEmpty();
    }
}
