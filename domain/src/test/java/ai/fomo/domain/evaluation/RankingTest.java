package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static double averagePrecision(double[] scores, boolean[] positive) {
        return each(scores, positive).averagePrecision();
    }

    private static double auc(double[] scores, boolean[] positive) {
        return each(scores, positive).auc();
    }

    /** Every item a group of its own, and counted once. */
    private static Ranking.Quality each(double[] scores, boolean[] positive) {
        int[] groups = IntStream.range(0, scores.length).toArray();

        return new Ranking(scores, positive, groups)
                .weighted(Weightings.once(scores.length))
                .get(0);
    }

    @Test
    void averagePrecisionIsPrecisionWhereRecallIsGained() {
        // Positives at ranks 1 and 3: (1/1 + 2/3) / 2.
        assertThat(averagePrecision(new double[] {0.9, 0.8, 0.7, 0.1}, new boolean[] {true, false, true, false}))
                .isCloseTo(5.0 / 6, within(1e-12));
    }

    @Test
    void equalScoresAreOneStep() {
        // At 0.8 three items are served at once, two of them right.
        double[] scores = {0.8, 0.8, 0.8, 0.1};

        assertThat(averagePrecision(scores, new boolean[] {true, false, true, false}))
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(auc(scores, new boolean[] {true, false, true, false})).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aConstantScoreHasThePrevalenceAndHalf() {
        double[] scores = {0.3, 0.3, 0.3, 0.3};
        boolean[] positive = {true, false, false, false};

        assertThat(averagePrecision(scores, positive)).isEqualTo(0.25);
        assertThat(auc(scores, positive)).isEqualTo(0.5);
    }

    @Property(tries = 200)
    void aucIsTheShareOfPairsInTheRightOrder(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        double[] scores =
                random.doubles(30).map(score -> Math.round(score * 8) / 8.0).toArray();
        boolean[] positive = new boolean[30];
        IntStream.range(0, 30).forEach(i -> positive[i] = i == 0 || (i != 1 && random.nextBoolean()));
        double won = 0;
        int pairs = 0;
        for (int p = 0; p < 30; p++) {
            for (int n = 0; n < 30; n++) {
                if (positive[p] && !positive[n]) {
                    pairs++;
                    won += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }

        assertThat(auc(scores, positive)).isCloseTo(won / pairs, within(1e-12));
    }
}
