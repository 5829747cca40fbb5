package ai.fomo.domain.evaluation;

import static ai.fomo.domain.evaluation.Scores.item;
import static ai.fomo.domain.evaluation.Scores.thresholds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final List<String> CLASSES = List.of("Jazz", "Soul", "Techno");

    /** Soul is the most frequent in training, then Jazz. */
    private static final ClassFrequencies TRAINING = new ClassFrequencies(CLASSES, List.of(30, 50, 20), 80);

    private static Judgement judge(ScoredItem... items) {
        return Evaluator.judge(
                new Contender(new ScoredItems(CLASSES, List.of(items)), thresholds(3, 0.5)),
                TRAINING,
                Bootstrap.none(),
                null);
    }

    /** Worked by hand: served are {Jazz}, {Jazz, Soul} and, as a fallback, {Techno}. */
    private static Judgement worked() {
        return judge(
                item("a", List.of(0), 0.9, 0.2, 0.1),
                item("b", List.of(1), 0.8, 0.6, 0.1),
                item("c", List.of(0, 1), 0.1, 0.2, 0.3));
    }

    @Test
    void setBasedFiguresJudgeTheServedAnswer() {
        Figures figures = worked().figures();

        assertThat(worked().genresPerItem()).isCloseTo(4.0 / 3, EXACTLY);
        assertThat(figures.of(Measure.SAMPLE_PRECISION).value()).isCloseTo((1 + 0.5 + 0) / 3, EXACTLY);
        assertThat(figures.of(Measure.SAMPLE_RECALL).value()).isCloseTo((1 + 1 + 0) / 3.0, EXACTLY);
        assertThat(figures.of(Measure.AT_LEAST_ONE).value()).isCloseTo(2.0 / 3, EXACTLY);
        // Two hits, four served, four true.
        assertThat(figures.of(Measure.MICRO_F1).value()).isCloseTo(0.5, EXACTLY);
        // Jazz: 1 hit, 2 served, 2 true. Soul: 1 hit, 1 served, 2 true. Techno is on no item, and left out.
        assertThat(figures.of(Measure.MACRO_F1).value()).isCloseTo((0.5 + 2.0 / 3) / 2, EXACTLY);
    }

    @Test
    void theConstantNamesAsManyGenresAsTheModelOnAverage() {
        Figures figures = worked().figures();

        // One genre, Soul: right on b and c. Two, Soul and Jazz: right on all. A third of the way between.
        assertThat(figures.of(Measure.AT_LEAST_ONE).constant()).isCloseTo(2.0 / 3 + 1.0 / 3 * (1 - 2.0 / 3), EXACTLY);
        // Soul alone: 2 hits, 3 served, 4 true. With Jazz: 4 hits, 6 served, 4 true.
        assertThat(figures.of(Measure.MICRO_F1).constant()).isCloseTo(4.0 / 7 + 1.0 / 3 * (0.8 - 4.0 / 7), EXACTLY);
        assertThat(figures.of(Measure.MICRO_F1).bestConstant()).isCloseTo(0.8, EXACTLY);
        assertThat(figures.of(Measure.AT_LEAST_ONE).bestConstant()).isNull();
    }

    @Test
    void rankingFiguresStandBesideThePrior() {
        Figures figures = worked().figures();

        // Jazz: a, then b, then c: (1 + 2/3) / 2. Soul: b, then a and c tied: (1 + 2/3) / 2.
        assertThat(figures.of(Measure.MEAN_AVERAGE_PRECISION).value()).isCloseTo(5.0 / 6, EXACTLY);
        assertThat(figures.of(Measure.MEAN_AVERAGE_PRECISION).constant()).isCloseTo(2.0 / 3, EXACTLY);
        // Jazz: a above b, c below b. Soul: b above a, c tied with a.
        assertThat(figures.of(Measure.MACRO_AUC).value()).isCloseTo((0.5 + 0.75) / 2, EXACTLY);
        assertThat(figures.of(Measure.MACRO_AUC).constant()).isEqualTo(0.5);
        assertThat(figures.of(Measure.TOP_1)).isEqualTo(Figure.of(1.0 / 3, 2.0 / 3));
        assertThat(figures.of(Measure.TOP_2)).isEqualTo(Figure.of(1, 1));
    }

    @Test
    void aClassThatNoItemHasHasNoRankingAndIsStillListed() {
        GenreFigures techno = worked().genres().get(2);

        assertThat(techno.support()).isZero();
        assertThat(techno.served()).isEqualTo(1);
        assertThat(techno.figures()).containsOnlyKeys(GenreMeasure.PRECISION);
    }

    @Test
    void aClassThatEveryItemHasCountsForPrecisionAndNotForAuc() {
        Judgement judgement = judge(item("a", List.of(0, 1), 0.9, 0.2, 0.1), item("b", List.of(0), 0.8, 0.6, 0.1));

        assertThat(judgement.genres().get(0).of(GenreMeasure.AVERAGE_PRECISION))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo(1.0));
        assertThat(judgement.genres().get(0).of(GenreMeasure.AUC)).isEmpty();
        assertThat(judgement.figures().of(Measure.MACRO_AUC).value()).isEqualTo(0);
    }

    @Test
    void whereNoClassCanBeRankedAucIsThatOfAGuess() {
        assertThat(judge(item("a", List.of(0), 0.9, 0.2, 0.1))
                        .figures()
                        .of(Measure.MACRO_AUC)
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    void namingEveryGenreIsMatchedByItsConstant() {
        ScoredItems items = Scores.random(100, 5, 0.5, 1);
        Figures figures = Evaluator.judge(
                        new Contender(items, thresholds(5, 0)), Scores.frequencies(items), Bootstrap.none(), null)
                .figures();

        assertThat(figures.of(Measure.AT_LEAST_ONE)).isEqualTo(Figure.of(1, 1));
        assertThat(figures.of(Measure.MACRO_F1).value())
                .isEqualTo(figures.of(Measure.MACRO_F1).constant());
        assertThat(figures.of(Measure.SAMPLE_PRECISION).value())
                .isEqualTo(figures.of(Measure.SAMPLE_PRECISION).constant());
    }

    @Test
    void aSingleClassHasNoSecondToName() {
        ScoredItems items = new ScoredItems(List.of("Jazz"), List.of(item("a", List.of(0), 0.3)));
        ClassFrequencies training = new ClassFrequencies(List.of("Jazz"), List.of(5), 5);

        assertThat(Evaluator.judge(new Contender(items, thresholds(1, 0.5)), training, Bootstrap.none(), null)
                        .figures()
                        .of(Measure.TOP_2))
                .isEqualTo(Figure.of(1, 1));
    }

    @Test
    void frequenciesOfOtherClassesAreRefused() {
        ScoredItems items = Scores.random(10, 3, 0.5, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Evaluator.judge(new Contender(items, thresholds(3, 0.5)), TRAINING, Bootstrap.none(), null))
                .withMessageContaining("Jazz");
    }

    @Test
    void itemsThatCannotBeJudgedAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> item("a", List.of(0), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> item("a", List.of(0), 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> judge(item("a", List.of(0), 0.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> judge(item("a", List.of(3), 0.1, 0.1, 0.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> judge());
    }

    @Test
    void anItemOfNoneOfTheClassesCountsAgainstWhateverIsServed() {
        Figures figures = judge(item("a", List.of(0), 0.9, 0.2, 0.1), item("b", List.of(), 0.8, 0.2, 0.1))
                .figures();

        for (Measure measure : List.of(
                Measure.SAMPLE_PRECISION,
                Measure.SAMPLE_RECALL,
                Measure.SAMPLE_F1,
                Measure.AT_LEAST_ONE,
                Measure.TOP_1,
                Measure.TOP_2,
                Measure.SUBSET_ACCURACY,
                Measure.MICRO_PRECISION)) {
            assertThat(figures.of(measure).value()).as(measure.label()).isEqualTo(0.5);
        }
        assertThat(figures.of(Measure.MICRO_RECALL).value()).isEqualTo(1);
        assertThat(figures.of(Measure.HAMMING_LOSS).value()).isCloseTo(1.0 / 6, EXACTLY);
    }

    @Test
    void whereThereIsNothingToFindEveryFigureIsStillANumber() {
        Judgement judgement = Evaluator.judge(
                new Contender(
                        new ScoredItems(
                                CLASSES,
                                List.of(item("a", List.of(), 0.9, 0.2, 0.1), item("b", List.of(), 0.1, 0.2, 0.1))),
                        thresholds(3, 0.5)),
                TRAINING,
                new Bootstrap(20, 1),
                null);

        judgement.figures().figures().forEach((measure, figure) -> {
            assertThat(figure.value()).as(measure.label()).isBetween(0.0, 1.0);
            assertThat(figure.constant()).as(measure.label()).isBetween(0.0, 1.0);
        });
        assertThat(judgement.figures().of(Measure.MEAN_AVERAGE_PRECISION).value())
                .isZero();
        assertThat(judgement.figures().of(Measure.MACRO_AUC).value()).isEqualTo(0.5);
    }

    @Test
    void aGenresConstantNamesItAsOftenWithoutLooking() {
        GenreFigures jazz = worked().genres().get(0);

        // Named for two of three items, and truly on two: two thirds of either would be right by chance.
        assertThat(jazz.of(GenreMeasure.PRECISION)).contains(Figure.of(0.5, 2.0 / 3));
        assertThat(jazz.of(GenreMeasure.RECALL)).contains(Figure.of(0.5, 2.0 / 3));
        assertThat(jazz.of(GenreMeasure.F1)).hasValueSatisfying(figure -> {
            assertThat(figure.constant()).isCloseTo(2.0 / 3, EXACTLY);
            assertThat(figure.bestConstant()).isCloseTo(0.8, EXACTLY);
        });
    }

    @Test
    void calibrationErrorIsHowFarConfidenceLiesFromTruthInEachBin() {
        ScoredItems items = new ScoredItems(
                List.of("Jazz"),
                List.of(item("a", List.of(0), 0.9), item("b", List.of(), 0.92), item("c", List.of(), 0.3)));
        Figure error = Evaluator.judge(
                        new Contender(items, thresholds(1, 0.5)),
                        new ClassFrequencies(List.of("Jazz"), List.of(3), 4),
                        Bootstrap.none(),
                        null)
                .figures()
                .of(Measure.CALIBRATION_ERROR);

        // 0.9 and 0.92 share a bin, one of them right: 2/3 * |0.91 - 0.5|; 0.3 is 1/3 * 0.3. A fixed 3/4 is right on a
        // third.
        assertThat(error.value()).isCloseTo((2 * 0.41 + 0.3) / 3, EXACTLY);
        assertThat(error.constant()).isCloseTo(0.75 - 1.0 / 3, EXACTLY);
    }

    @Test
    void aSingleGroupSaysNothingOfHowSureAFigureIs() {
        Contender model = new Contender(
                new ScoredItems(CLASSES, List.of(item("a", List.of(0), 0.9, 0.2, 0.1))), thresholds(3, 0.5));
        Judgement judgement = Evaluator.judge(model, TRAINING, Bootstrap.standard(), null);

        assertThat(judgement.groups()).isEqualTo(1);
        assertThat(judgement.figures().of(Measure.MACRO_F1).value()).isEqualTo(1);
        assertThat(judgement.figures().of(Measure.MACRO_F1).interval()).isNull();
        assertThat(judgement.figures().of(Measure.MACRO_F1).lift()).isNull();
        assertThat(Evaluator.compare(model, model, Bootstrap.standard())
                        .measures()
                        .get(Measure.MACRO_F1))
                .isEqualTo(new Difference(1, 1, new Estimate(0, 1, new Interval(-1, 1))));
    }
}
