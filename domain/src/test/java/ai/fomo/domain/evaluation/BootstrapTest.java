package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Digests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void aDrawTakesAsManyGroupsAsThereAre() {
        int[] weights = new Bootstrap(10, 7).weights(3, 50);

        assertThat(weights).hasSize(50);
        assertThat(Arrays.stream(weights).sum()).isEqualTo(50);
    }

    @Test
    void aDrawDependsOnSeedAndNumberAlone() {
        assertThat(new Bootstrap(10, 7).weights(3, 50))
                .isEqualTo(new Bootstrap(1000, 7).weights(3, 50))
                .isNotEqualTo(new Bootstrap(10, 7).weights(4, 50))
                .isNotEqualTo(new Bootstrap(10, 8).weights(3, 50));
    }

    /** Written down, so that no change of the JDK or of ours goes unseen (an implementation in Python yielded it): recorded intervals would no longer be those. */
    @Test
    void drawsStayWhatTheyWere() {
        assertThat(Bootstrap.standard().weights(0, 12)).containsExactly(1, 1, 0, 1, 0, 3, 1, 0, 3, 2, 0, 0);
    }

    @Test
    void everyGroupIsAsLikely() {
        int[] drawn = new int[20];
        for (int draw = 0; draw < 5000; draw++) {
            int[] weights = Bootstrap.standard().weights(draw, 20);
            Arrays.setAll(drawn, group -> drawn[group] + weights[group]);
        }

        // 5,000 each with a standard deviation of 69.
        assertThat(Arrays.stream(drawn).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(5000 - 350, 5000 + 350));
    }

    @Test
    void percentilesLieBetweenDrawsInProportion() {
        double[] draws =
                IntStream.rangeClosed(0, 40).mapToDouble(draw -> 40 - draw).toArray();

        // As numpy.percentile(range(41), [2.5, 97.5]) and numpy.std(range(41), ddof=1).
        Estimate estimate = Objects.requireNonNull(Percentiles.estimate(20, draws));
        assertThat(estimate.interval()).isEqualTo(new Interval(1, 39));
        assertThat(estimate.standardError()).isCloseTo(11.97914855, within(1e-8));
        assertThat(Percentiles.interval(new double[] {1, 2})).isEqualTo(new Interval(1.025, 1.975));
        assertThat(Percentiles.estimate(1, new double[] {1})).isEqualTo(new Estimate(1, 0, new Interval(1, 1)));
        assertThat(Percentiles.interval(new double[0])).isNull();
    }

    /**
     * Whether a 95 % interval holds what it promises: of many samples from one population, in how many does it cover the
     * population's own figure? Items of an artist are alike, so that taking them for independent promises too much.
     */
    @Test
    void intervalsOverGroupsCoverThePopulationWhereThoseOverItemsDoNot() {
        Figures population = judge(sample(6000, 999, true), Bootstrap.none()).figures();
        int samples = 150;
        List<Measure> measures = List.of(Measure.TOP_1, Measure.MEAN_AVERAGE_PRECISION);
        int[] byGroup = new int[measures.size()];
        int[] byItem = new int[measures.size()];
        for (int seed = 0; seed < samples; seed++) {
            Figures grouped =
                    judge(sample(60, seed, true), new Bootstrap(150, 1)).figures();
            Figures single =
                    judge(sample(60, seed, false), new Bootstrap(150, 1)).figures();
            for (int m = 0; m < byGroup.length; m++) {
                double truth = population.of(measures.get(m)).value();
                byGroup[m] += covers(grouped.of(measures.get(m)), truth) ? 1 : 0;
                byItem[m] += covers(single.of(measures.get(m)), truth) ? 1 : 0;
            }
        }

        // At 95 %, 142 of 150 with a standard deviation of 3; percentiles of 60 groups fall a little short.
        assertThat(Arrays.stream(byGroup).boxed())
                .allSatisfy(number -> assertThat(number).isBetween(134, 149));
        assertThat(Arrays.stream(byItem).boxed())
                .allSatisfy(number -> assertThat(number).isLessThan(127));
    }

    private static boolean covers(Figure figure, double truth) {
        return Objects.requireNonNull(figure.interval()).contains(truth);
    }

    private static Judgement judge(ScoredItems items, Bootstrap bootstrap) {
        return Evaluator.judge(
                new Contender(items, Scores.thresholds(3, 0.5)), Scores.frequencies(items), bootstrap, null);
    }

    /** Six items an artist, of one class each; of some artists a model understands nearly all, of others nearly nothing. */
    private static ScoredItems sample(int artists, int seed, boolean grouped) {
        Random random = new Random(seed);
        List<ScoredItem> items = new ArrayList<>();
        for (int artist = 0; artist < artists; artist++) {
            double signal = 0.9 * random.nextDouble() * random.nextDouble();
            for (int i = 0; i < 6; i++) {
                int truth = random.nextInt(3);
                double[] scores = IntStream.range(0, 3)
                        .mapToDouble(genre -> signal * (genre == truth ? 1 : 0) + (1 - signal) * random.nextDouble())
                        .toArray();
                String image = artist + " " + i;
                items.add(new ScoredItem(
                        Digests.digest(image),
                        grouped ? "artist " + artist : image,
                        new TreeSet<>(List.of(truth)),
                        scores,
                        List.of()));
            }
        }
        return new ScoredItems(Scores.classes(3), items);
    }
}
