package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {
    private static final double ALONE = Double.POSITIVE_INFINITY;

    /** Logits of validation items with their truth. */
    private record Sample(double[][] logits, boolean[][] truths) {
        Calibration fit() {
            return CalibrationFit.fit(logits, truths);
        }

        Calibration fitEachAlone() {
            return CalibrationFit.fit(logits, truths, ALONE, ALONE);
        }
    }

    /** @param lines per class slope and intercept of the truth, and the mean of the logits */
    private static Sample sample(int items, long seed, double[]... lines) {
        Random random = new Random(seed);
        double[][] logits = new double[items][lines.length];
        boolean[][] truths = new boolean[items][lines.length];
        for (int i = 0; i < items; i++) {
            for (int c = 0; c < lines.length; c++) {
                logits[i][c] = lines[c][2] + 2 * random.nextGaussian();
                truths[i][c] = random.nextDouble() < sigmoid(lines[c][0] * logits[i][c] + lines[c][1]);
            }
        }
        return new Sample(logits, truths);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void whereThereIsEnoughToLearnFromTheTrueLinesAreFound() {
        Calibration calibration = sample(100_000, 1, new double[] {0.4, -0.5, -1}, new double[] {1.6, 1, 0})
                .fit();

        assertThat(calibration.slopes().get(0)).isCloseTo(0.4, within(0.02));
        assertThat(calibration.intercepts().get(0)).isCloseTo(-0.5, within(0.03));
        assertThat(calibration.slopes().get(1)).isCloseTo(1.6, within(0.03));
        assertThat(calibration.intercepts().get(1)).isCloseTo(1, within(0.03));
    }

    @Test
    void aClassThatIsAlwaysUncertainGetsTheShareOfItsPositives() {
        // All logits are 0, so that the slope says nothing; unshrunk, the intercept is the log odds of 3 in 4.
        Calibration calibration =
                new Sample(new double[4][1], new boolean[][] {{true}, {true}, {false}, {true}}).fitEachAlone();

        assertThat(calibration.intercepts().get(0)).isCloseTo(Math.log(3), within(1e-7));
    }

    @Test
    void aGenreIsDrawnToTheCommonLineTheMoreTheFewerPositivesItHas() {
        double[] common = {1, 0, 0};
        double[] own = {1, 2, -4};
        double few = Math.abs(2 - meanIntercept(60, common, own));
        double more = Math.abs(2 - meanIntercept(600, common, own));
        double many = Math.abs(2 - meanIntercept(6_000, common, own));

        assertThat(few).isGreaterThan(more + 0.2);
        assertThat(more).isGreaterThan(many + 0.2);
        assertThat(many).isLessThan(0.3);
    }

    private static double meanIntercept(int items, double[] common, double[] own) {
        return IntStream.range(0, 8)
                .mapToDouble(seed -> sample(items, seed, common, common, common, own)
                        .fit()
                        .intercepts()
                        .get(3))
                .average()
                .orElseThrow();
    }

    @Test
    void genresWithoutPositivesOrWithoutNegativesGetTheCommonLineExactly() {
        Sample sample =
                sample(300, 2, new double[] {0.7, -1, -1}, new double[] {1, -1000, -4}, new double[] {1, 1000, 3});
        Calibration calibration = sample.fit();
        PlattScaling.Line common = common(sample);

        for (int genre : List.of(1, 2)) {
            assertThat(calibration.slopes().get(genre)).isEqualTo(common.slope());
            assertThat(calibration.intercepts().get(genre)).isEqualTo(common.intercept());
        }
        assertThat(calibration.slopes().get(0)).isNotEqualTo(common.slope());
    }

    private static PlattScaling.Line common(Sample sample) {
        List<PlattScaling.Pairs> pairs = IntStream.range(0, sample.logits[0].length)
                .mapToObj(genre -> PlattScaling.Pairs.of(sample.logits, sample.truths, genre))
                .toList();
        return PlattScaling.fit(
                PlattScaling.Pairs.together(pairs),
                new PlattScaling.Prior(
                        PlattScaling.Line.IDENTITY, CalibrationFit.SLOPE_SPREAD, CalibrationFit.INTERCEPT_SPREAD));
    }

    @Test
    void aGenreThatIsRankedTheWrongWayRoundKeepsTheCommonSlope() {
        Sample sample = sample(2_000, 3, new double[] {1, 0, 0}, new double[] {1, 0, 0}, new double[] {-1, -1, 0});
        Calibration calibration = sample.fit();

        assertThat(calibration.slopes().get(2)).isEqualTo(common(sample).slope());
        // Its intercept is its own all the same: about a third of the items are positive.
        double meanProbability = Arrays.stream(sample.logits)
                .mapToDouble(row -> calibration.probability(2, row[2]))
                .average()
                .orElseThrow();
        double share = (double) IntStream.range(0, 2_000)
                        .filter(i -> sample.truths[i][2])
                        .count()
                / 2_000;
        assertThat(meanProbability).isCloseTo(share, within(0.02));
    }

    @Test
    void whereEverythingIsRankedTheWrongWayRoundTheHeadsSlopeIsKept() {
        Calibration calibration = sample(2_000, 4, new double[] {-1, 0, 0}).fit();

        assertThat(calibration.slopes()).containsExactly(1.0);
    }

    @Test
    void nothingButPositivesLeavesParametersThatAreNumbers() {
        Calibration calibration = new Sample(new double[][] {{3}, {-2}}, new boolean[][] {{true}, {true}}).fit();

        assertThat(calibration.probability(0, 3)).isBetween(0.9, 1.0);
    }

    @Test
    void perfectlySeparatedGenresKeepFiniteParameters() {
        Calibration calibration = new Sample(
                        new double[][] {{5, -5}, {-5, 5}, {6, -6}},
                        new boolean[][] {{true, false}, {false, true}, {true, false}})
                .fit();

        assertThat(calibration.slopes()).allSatisfy(slope -> assertThat(slope).isBetween(1.0, 1.5));
    }

    @Test
    void oneItemThatAHeadIsInfinitelySureOfDoesNotDecide() {
        Sample sample = sample(1_000, 5, new double[] {1, 0, 0}, new double[] {1, 0, -2});
        Calibration before = sample.fit();
        sample.logits[0][0] = -Float.MAX_VALUE;
        sample.truths[0][0] = true;
        sample.logits[1][1] = 1e300;
        sample.truths[1][1] = true;
        Calibration after = sample.fit();

        assertThat(after.slopes().get(0)).isBetween(0.2, before.slopes().get(0));
        assertThat(after.slopes().get(1)).isCloseTo(before.slopes().get(1), within(0.1));
        assertThat(after.probability(0, -Float.MAX_VALUE)).isEqualTo(0);
        assertThat(after.probability(1, 1e300)).isEqualTo(1);
    }

    @Property(tries = 100)
    void theRankingWithinAGenreNeverChanges(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 40) int items) {
        Random random = new Random(seed);
        Sample sample =
                sample(items, seed, new double[] {2 * random.nextGaussian(), random.nextGaussian(), 0}, new double[] {
                    random.nextGaussian(), 3 * random.nextGaussian(), -3
                });
        Calibration calibration = sample.fit();

        for (int genre = 0; genre < 2; genre++) {
            int column = genre;
            double[] ascending = Arrays.stream(sample.logits)
                    .mapToDouble(row -> row[column])
                    .sorted()
                    .toArray();
            for (int i = 1; i < ascending.length; i++) {
                assertThat(calibration.probability(genre, ascending[i]))
                        .isGreaterThan(calibration.probability(genre, ascending[i - 1]));
            }
        }
    }

    @Property(tries = 50)
    void theOrderOfItemsMakesNoDifferenceToTheLastBit(@ForAll @LongRange(max = 1_000_000) long seed) {
        Sample sample = sample(60, seed, new double[] {0.8, -0.3, -1}, new double[] {1.3, 0, -2});
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Sample shuffled = new Sample(
                order.stream().map(i -> sample.logits[i]).toArray(double[][]::new),
                order.stream().map(i -> sample.truths[i]).toArray(boolean[][]::new));

        assertThat(shuffled.fit()).isEqualTo(sample.fit());
    }

    @Test
    void onFreshItemsConfidencesAreTruerThanTheHeadsAndOfRareGenresTruerThanWithoutShrinkage() {
        double uncalibrated = 0;
        double unshrunk = 0;
        double shrunk = 0;
        double uncalibratedRare = 0;
        double unshrunkRare = 0;
        double shrunkRare = 0;
        for (int seed = 0; seed < 20; seed++) {
            double[][] lines = overconfidentHead(new Random(seed));
            Sample validation = sample(300, 2L * seed, lines);
            Sample fresh = sample(3_000, 2L * seed + 1, lines);
            Calibration none = Calibration.identity(lines.length);
            Calibration alone = validation.fitEachAlone();
            Calibration fitted = validation.fit();
            for (int genre = 0; genre < lines.length; genre++) {
                uncalibrated += error(none, fresh, genre);
                unshrunk += error(alone, fresh, genre);
                shrunk += error(fitted, fresh, genre);
            }
            for (int genre : List.of(6, 7)) {
                uncalibratedRare += error(none, fresh, genre);
                unshrunkRare += error(alone, fresh, genre);
                shrunkRare += error(fitted, fresh, genre);
            }
        }

        assertThat(shrunk).isLessThan(0.5 * uncalibrated).isLessThan(unshrunk);
        assertThat(shrunkRare).isLessThan(0.5 * uncalibratedRare).isLessThan(0.9 * unshrunkRare);
    }

    /** Eight classes from common to a few in a hundred, whose logits are too far from 0, each a little differently. */
    private static double[][] overconfidentHead(Random random) {
        return IntStream.range(0, 8)
                .mapToObj(genre -> new double[] {
                    0.5 + 0.05 * random.nextGaussian(), -0.3 + 0.2 * random.nextGaussian(), -0.5 - genre
                })
                .toArray(double[][]::new);
    }

    /** Expected calibration error in 15 bins of equal width. */
    private static double error(Calibration calibration, Sample sample, int genre) {
        double[] surplus = new double[15];
        for (int i = 0; i < sample.logits.length; i++) {
            double probability = calibration.probability(genre, sample.logits[i][genre]);
            surplus[Math.min(14, (int) (15 * probability))] += probability - (sample.truths[i][genre] ? 1 : 0);
        }
        return Arrays.stream(surplus).map(Math::abs).sum() / sample.logits.length;
    }

    @Test
    void itemsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> CalibrationFit.fit(new double[0][], new boolean[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 items");
        assertThatThrownBy(() -> CalibrationFit.fit(new double[2][3], new boolean[][] {new boolean[3], new boolean[2]}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("item 1 has 3 logits and 2 truths");
        assertThatThrownBy(() -> CalibrationFit.fit(new double[][] {{Double.NaN}}, new boolean[1][1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
