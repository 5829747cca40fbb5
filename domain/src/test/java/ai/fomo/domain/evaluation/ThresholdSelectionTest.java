package ai.fomo.domain.evaluation;

import static ai.fomo.domain.evaluation.Scores.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ThresholdSelectionTest {
    @Test
    void theBestPlaceIsHalfWayBetweenNeighbouringScores() {
        assertThat(ThresholdSelection.best(new double[] {0.9, 0.3, 0.7, 0.1}, new boolean[] {true, false, true, false}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void equalScoresAreNotSeparated() {
        // Serving both at 0.6 is the best that can be done; there is no place between them.
        assertThat(ThresholdSelection.best(new double[] {0.6, 0.6, 0.2}, new boolean[] {false, true, false}))
                .isCloseTo(0.4, within(1e-12));
    }

    @Test
    void everyItemIsServedWhereEveryItemIsRight() {
        assertThat(ThresholdSelection.best(new double[] {0.6, 0.2}, new boolean[] {true, true}))
                .isCloseTo(0.1, within(1e-12));
    }

    @Property(tries = 200)
    void noOtherThresholdHasAHigherF1(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        double[] scores =
                random.doubles(25).map(score -> Math.round(score * 12) / 12.0).toArray();
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = i == 0 || random.nextDouble() < scores[i];
        }
        double chosen = f1(scores, positive, ThresholdSelection.best(scores, positive));

        for (double other = 0.01; other < 1; other += 0.01) {
            assertThat(f1(scores, positive, other)).isLessThanOrEqualTo(chosen + 1e-12);
        }
    }

    private static double f1(double[] scores, boolean[] positive, double threshold) {
        int hits = 0;
        int counted = 0;
        for (int i = 0; i < scores.length; i++) {
            boolean served = scores[i] >= threshold;
            hits += served && positive[i] ? 1 : 0;
            counted += (served ? 1 : 0) + (positive[i] ? 1 : 0);
        }
        return 2.0 * hits / counted;
    }

    /** Class 0 parts at 0.8 in {@code common} pairs of items; class 1 at 0.2, in {@code rare}; class 2 has no positives. */
    private static List<Double> choose(int common, int rare) {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < common; i++) {
            items.add(item("common " + i, List.of(0), 0.9, 0.1, 0.05));
            items.add(item("other " + i, List.of(3), 0.7, 0.1, 0.05));
        }
        for (int i = 0; i < rare; i++) {
            items.add(item("rare " + i, List.of(1), 0.1, 0.3, 0.05));
        }
        List<ScoredItem> scored = items.stream()
                .map(item -> item(
                        item.image().hex(),
                        List.copyOf(item.truth()),
                        item.probabilities()[0],
                        item.probabilities()[1],
                        item.probabilities()[2],
                        item.truth().contains(3) ? 0.9 : 0.1))
                .toList();
        return ThresholdSelection.choose(new ScoredItems(Scores.classes(4), scored))
                .thresholds();
    }

    @Test
    void aClassWithoutPositivesGetsThePooledThreshold() {
        // Of all scores together, 0.8 parts best.
        assertThat(choose(50, 1).get(2)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void aClassIsDrawnToThePooledThresholdTheMoreTheFewerPositivesItHas() {
        double pooled = 0.8;

        // One positive weighs 1 against 5, on the scale of log odds; its own best threshold is 0.2.
        double logOdds = (1 * Math.log(0.25) + 5 * Math.log(4)) / 6;
        assertThat(choose(50, 1).get(1)).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-9));
        assertThat(choose(50, 3).get(1)).isLessThan(choose(50, 1).get(1)).isLessThan(pooled);
        assertThat(choose(500, 20).get(1)).isBetween(0.2, 0.35);
    }

    @Test
    void theOrderOfItemsMakesNoDifference() {
        ScoredItems items = Scores.random(80, 5, 0.3, 3);
        List<ScoredItem> shuffled = new ArrayList<>(items.items());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(ThresholdSelection.choose(new ScoredItems(items.classes(), shuffled)))
                .isEqualTo(ThresholdSelection.choose(items));
    }

    @Test
    void chosenThresholdsServeBetterThanOneForAll() {
        ScoredItems validation = Scores.random(400, 6, 0.3, 4);
        ScoredItems test = Scores.random(400, 6, 0.3, 5);
        ClassFrequencies training = Scores.frequencies(validation);
        double chosen = Evaluator.judge(
                        new Contender(test, ThresholdSelection.choose(validation)), training, Bootstrap.none(), null)
                .figures()
                .of(Measure.MACRO_F1)
                .value();
        double half = Evaluator.judge(new Contender(test, Scores.thresholds(6, 0.5)), training, Bootstrap.none(), null)
                .figures()
                .of(Measure.MACRO_F1)
                .value();

        assertThat(chosen).isGreaterThan(half);
    }
}
