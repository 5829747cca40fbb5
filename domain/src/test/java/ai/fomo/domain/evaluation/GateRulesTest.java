package ai.fomo.domain.evaluation;

import static ai.fomo.domain.Digests.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.RunId;
import ai.fomo.domain.registry.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateRulesTest {
    private static final GateRule CHANCE = new BetterThanChance(0.95);

    private static Estimate estimate(double value, double standardError) {
        return new Estimate(value, standardError, new Interval(value - 2 * standardError, value + 2 * standardError));
    }

    private static Figure lifted(double value, double constant, double standardError) {
        return new Figure(value, constant, null, null, estimate(value - constant, standardError));
    }

    private static GenreFigures genre(String name, int support) {
        return new GenreFigures(name, support, support, 0.5, Map.of());
    }

    private static Judgement judgement(
            int items, Map<Measure, Figure> figures, List<GenreFigures> genres, @Nullable ChampionComparison champion) {
        return new Judgement(items, items / 2, 1.5, new Figures(figures), genres, champion);
    }

    private static Evaluation evaluation(
            Judgement test, @Nullable Judgement posters, TrainingOverlap overlap, List<CalibrationBin> bins) {
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        new RunId("retrain-test-1"),
                        new ModelVersion(4, digest("model")),
                        digest("dataset"),
                        digest("scores"),
                        null,
                        null,
                        overlap,
                        Bootstrap.standard(),
                        null),
                test,
                posters,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), bins, List.of(), List.of(), List.of()));
    }

    private static Evaluation evaluation(Judgement test) {
        return evaluation(test, null, overlap(0, 0, 0), List.of());
    }

    private static Evaluation figure(Measure measure, Figure figure) {
        return evaluation(judgement(100, Map.of(measure, figure), List.of(), null));
    }

    private static TrainingOverlap overlap(int images, int copies, int groups) {
        return new TrainingOverlap(List.of(digest("dataset")), images, copies, groups, List.of());
    }

    private static ChampionComparison champion(Measure measure, double value, double champion) {
        Difference difference = new Difference(value, champion, estimate(measure.gain(value, champion), 0.01));
        return new ChampionComparison(
                new ModelVersion(3, digest("champion")),
                new Comparison(100, 50, Map.of(measure, difference), List.of()));
    }

    private static Evaluation against(Measure measure, double value, double champion) {
        return evaluation(judgement(100, Map.of(), List.of(), champion(measure, value, champion)));
    }

    /** Genres A, B, ... that have become worse by so much, each with the same standard error. */
    private static Evaluation losing(double standardError, int support, double... losses) {
        List<GenreDifference> genres = new ArrayList<>();
        for (double loss : losses) {
            genres.add(new GenreDifference(
                    String.valueOf((char) ('A' + genres.size())),
                    support,
                    Map.of(
                            GenreMeasure.AVERAGE_PRECISION,
                            new Difference(0.5 - loss, 0.5, estimate(-loss, standardError)))));
        }
        return evaluation(judgement(
                100,
                Map.of(),
                List.of(),
                new ChampionComparison(
                        new ModelVersion(3, digest("champion")), new Comparison(100, 50, Map.of(), genres))));
    }

    @Test
    void supportCountsItemsGroupsAndGenres() {
        MinimumSupport rule = new MinimumSupport(20, 10, 2);
        List<GenreFigures> genres = List.of(genre("Jazz", 12), genre("Soul", 2));

        assertThat(rule.judge(evaluation(judgement(20, Map.of(), genres, null))))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isTrue();
                    assertThat(verdict.inputs())
                            .containsExactlyInAnyOrderEntriesOf(Map.of(
                                    "items", 20.0, "groups", 10.0, "support of Jazz", 12.0, "support of Soul", 2.0));
                });
        assertThat(rule.judge(evaluation(judgement(19, Map.of(), genres, null))).explanation())
                .isEqualTo(
                        "The model was judged on 19 test items in 9 groups; needed are 20 items, 10 groups and 2 for each"
                                + " genre.");
        assertThat(new MinimumSupport(20, 10, 3).judge(evaluation(judgement(20, Map.of(), genres, null))))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isFalse();
                    assertThat(verdict.explanation()).endsWith("and 3 for each genre, and Soul has 2.");
                });
    }

    @Test
    void aGuessIsMeasuredByMannAndWhitneysVariance() {
        // One class of 10 among 30: variance 31 / (12 * 10 * 20) = 0.0129, standard error 0.11365; times 1.645 is
        // 0.1869.
        Evaluation below = evaluation(
                judgement(30, Map.of(Measure.MACRO_AUC, lifted(0.686, 0.5, 0.01)), List.of(genre("Jazz", 10)), null));
        Evaluation above = evaluation(
                judgement(30, Map.of(Measure.MACRO_AUC, lifted(0.688, 0.5, 0.01)), List.of(genre("Jazz", 10)), null));

        assertThat(CHANCE.judge(below).passed()).isFalse();
        assertThat(CHANCE.judge(above).passed()).isTrue();
        assertThat(CHANCE.judge(above).inputs().get("standardErrorOfGuess")).isCloseTo(0.113652, within(1e-6));
        assertThat(CHANCE.judge(below).explanation())
                .isEqualTo(
                        "Macro AUC is 0.686 and has to reach 0.687, which a guess on these 30 items would reach by luck"
                                + " once in 20 times.");
    }

    @Test
    void whereGroupsMakeItemsDependentTheLargerErrorCounts() {
        Evaluation evaluation = evaluation(
                judgement(30, Map.of(Measure.MACRO_AUC, lifted(0.688, 0.5, 0.12)), List.of(genre("Jazz", 10)), null));

        assertThat(CHANCE.judge(evaluation).passed()).isFalse();
    }

    @Test
    void twoGenresThatExcludeEachOtherAreOne() {
        Evaluation two = evaluation(judgement(
                30,
                Map.of(Measure.MACRO_AUC, lifted(0.688, 0.5, 0.01)),
                List.of(genre("Jazz", 10), genre("Soul", 20)),
                null));

        assertThat(CHANCE.judge(two).inputs().get("standardErrorOfGuess")).isCloseTo(0.113652, within(1e-6));
    }

    @Test
    void whereNoGenreCanBeRankedNothingIsBetterThanChance() {
        Evaluation evaluation = evaluation(
                judgement(30, Map.of(Measure.MACRO_AUC, Figure.of(0.5, 0.5)), List.of(genre("Jazz", 30)), null));

        assertThat(CHANCE.judge(evaluation).passed()).isFalse();
    }

    @Test
    void theLargestOfLiftShareAndLuckIsNeeded() {
        MinimumLift rule = new MinimumLift(Measure.MEAN_AVERAGE_PRECISION, 0.02, 0.1, 0.95);

        // 0.02 absolute; 10 % of 0.4; 1.645 * 0.05.
        assertThat(rule.judge(figure(Measure.MEAN_AVERAGE_PRECISION, lifted(0.119, 0.1, 0.001)))
                        .passed())
                .isFalse();
        assertThat(rule.judge(figure(Measure.MEAN_AVERAGE_PRECISION, lifted(0.121, 0.1, 0.001)))
                        .passed())
                .isTrue();
        assertThat(rule.judge(figure(Measure.MEAN_AVERAGE_PRECISION, lifted(0.439, 0.4, 0.001)))
                        .passed())
                .isFalse();
        assertThat(rule.judge(figure(Measure.MEAN_AVERAGE_PRECISION, lifted(0.441, 0.4, 0.001)))
                        .passed())
                .isTrue();
        assertThat(rule.judge(figure(Measure.MEAN_AVERAGE_PRECISION, lifted(0.482, 0.4, 0.05))))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isFalse();
                    assertThat(verdict.explanation())
                            .isEqualTo(
                                    "mAP is 0.482 and has to reach 0.482, 0.082 above the 0.400 of an answer that never looks at"
                                            + " the image.");
                    assertThat(verdict.inputs()).containsOnlyKeys("mAP", "constant", "standardError");
                });
        assertThat(rule.judge(figure(Measure.MEAN_AVERAGE_PRECISION, lifted(0.483, 0.4, 0.05)))
                        .passed())
                .isTrue();
    }

    @Test
    void noLiftAtAllIsNeverEnough() {
        MinimumLift rule = new MinimumLift(Measure.MACRO_F1, 0, null, null);

        assertThat(rule.judge(figure(Measure.MACRO_F1, Figure.of(0.2, 0.2))).passed())
                .isFalse();
        assertThat(rule.judge(figure(Measure.MACRO_F1, Figure.of(0.2, 0.2))).explanation())
                .isEqualTo("macroF1 is 0.200 and has to exceed the 0.200 of an answer that never looks at the image.");
        assertThat(rule.judge(figure(Measure.MACRO_F1, Figure.of(0.201, 0.2))).passed())
                .isTrue();
    }

    @Test
    void aLossHasToBeSmaller() {
        MinimumLift rule = new MinimumLift(Measure.HAMMING_LOSS, 0.05, null, null);

        assertThat(rule.judge(figure(Measure.HAMMING_LOSS, Figure.of(0.04, 0.1)))
                        .passed())
                .isTrue();
        assertThat(rule.judge(figure(Measure.HAMMING_LOSS, Figure.of(0.06, 0.1))))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isFalse();
                    assertThat(verdict.explanation())
                            .isEqualTo(
                                    "hammingLoss is 0.060 and has to be at most 0.050, 0.050 below the 0.100 of an answer that"
                                            + " never looks at the image.");
                });
    }

    @Test
    void confidenceInAFigureThatWasNeverDrawnIsRefused() {
        MinimumLift rule = new MinimumLift(Measure.MACRO_F1, 0, null, 0.95);

        assertThat(rule.judge(figure(Measure.MACRO_F1, Figure.of(0.9, 0.1)))).satisfies(verdict -> {
            assertThat(verdict.passed()).isFalse();
            assertThat(verdict.explanation()).contains("nothing was drawn");
        });
    }

    @Test
    void theChampionMayBeAheadByTheToleranceAndNoMore() {
        NotWorseThanChampion rule = new NotWorseThanChampion(Measure.MEAN_AVERAGE_PRECISION, 0.005);

        assertThat(rule.judge(against(Measure.MEAN_AVERAGE_PRECISION, 0.495, 0.5))
                        .passed())
                .isTrue();
        assertThat(rule.judge(against(Measure.MEAN_AVERAGE_PRECISION, 0.494, 0.5)))
                .isEqualTo(new RuleVerdict(
                        "not-worse-than-champion",
                        false,
                        "mAP is 0.494 and that of the champion, model 3, 0.500 on the same items; it may be at most 0.005"
                                + " lower.",
                        Map.of("mAP", 0.494, "champion", 0.5)));
        assertThat(new NotWorseThanChampion(Measure.HAMMING_LOSS, 0)
                        .judge(against(Measure.HAMMING_LOSS, 0.06, 0.05))
                        .passed())
                .isFalse();
        assertThat(rule.judge(against(Measure.MACRO_F1, 0.5, 0.5)).passed()).isFalse();
    }

    @Test
    void withoutAChampionNothingIsCompared() {
        Evaluation evaluation = evaluation(judgement(100, Map.of(), List.of(), null));

        assertThat(new NotWorseThanChampion(Measure.MEAN_AVERAGE_PRECISION, 0)
                        .judge(evaluation)
                        .passed())
                .isTrue();
        assertThat(new NoGenreFalls(GenreMeasure.AUC, 0, 0.95, 1)
                        .judge(evaluation)
                        .explanation())
                .isEqualTo("There is no champion of the same classes to compare genres with.");
    }

    @Test
    void aFallHasToBeClearAmongAllGenresThatAreTested() {
        NoGenreFalls rule = new NoGenreFalls(GenreMeasure.AVERAGE_PRECISION, 0.05, 0.95, 10);

        // Beyond the tolerance by 0.018: 1.8 standard errors, which are 1.645 for one genre and 1.960 for two.
        assertThat(rule.judge(losing(0.01, 10, 0.068)).passed()).isFalse();
        assertThat(rule.judge(losing(0.01, 10, 0.068, 0)).passed()).isTrue();
        assertThat(rule.judge(losing(0.01, 10, 0.07, 0))).satisfies(verdict -> {
            assertThat(verdict.passed()).isFalse();
            assertThat(verdict.explanation())
                    .isEqualTo("averagePrecision of 2 genres was compared with that of the champion, model 3, and A has"
                            + " fallen from 0.500 to 0.430, clearly by more than the 0.050 allowed.");
            assertThat(verdict.inputs()).containsEntry("gain of A", -0.07).containsEntry("genres", 2.0);
        });
    }

    @Test
    void aSmallFallIsAllowedHoweverCertain() {
        NoGenreFalls rule = new NoGenreFalls(GenreMeasure.AVERAGE_PRECISION, 0.05, 0.95, 10);

        assertThat(rule.judge(losing(0, 10, 0.05)).passed()).isTrue();
        assertThat(rule.judge(losing(0, 10, 0.051)).passed()).isFalse();
    }

    @Test
    void aRareGenreIsNotTested() {
        NoGenreFalls rule = new NoGenreFalls(GenreMeasure.AVERAGE_PRECISION, 0.05, 0.95, 10);

        assertThat(rule.judge(losing(0.01, 9, 0.4)).explanation())
                .isEqualTo("No genre has the 10 test items that it takes to tell a fall from luck.");
        assertThat(new NoGenreFalls(GenreMeasure.F1, 0.05, 0.95, 1)
                        .judge(losing(0.01, 10, 0.4))
                        .passed())
                .isTrue();
    }

    @Test
    void calibrationAllowsWhatAPerfectModelWouldShow() {
        CalibrationLimit rule = new CalibrationLimit(0.1);
        // Of 50 pairs at 0.5, the share that is true is off by sqrt(0.25 / 50 * 2 / pi) = 0.0564 on average.
        List<CalibrationBin> bins = List.of(new CalibrationBin(0.47, 0.53, 50, 0.5, 0.6));
        Judgement off = judgement(50, Map.of(Measure.CALIBRATION_ERROR, Figure.of(0.15, 0)), List.of(), null);

        assertThat(rule.judge(evaluation(off, null, overlap(0, 0, 0), bins)).passed())
                .isTrue();
        assertThat(rule.judge(evaluation(off)).passed()).isFalse();
        assertThat(rule.judge(evaluation(off, null, overlap(0, 0, 0), bins)).explanation())
                .isEqualTo(
                        "Confidence is off by 0.150 on average (calibrationError) and may be by 0.156: 0.100, and the"
                                + " 0.056 by which a perfect model would be off on so few items.");
    }

    @Test
    void noJudgedItemMayHaveBeenTrainedOn() {
        Judgement test = judgement(100, Map.of(), List.of(), null);
        NoTrainingOverlap any = new NoTrainingOverlap(null);

        assertThat(any.judge(evaluation(test, null, overlap(0, 0, 40), List.of()))
                        .passed())
                .isTrue();
        assertThat(any.judge(evaluation(test, null, overlap(1, 0, 0), List.of()))
                        .passed())
                .isFalse();
        assertThat(any.judge(evaluation(test, null, overlap(0, 1, 0), List.of())))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isFalse();
                    assertThat(verdict.explanation())
                            .isEqualTo(
                                    "Of the judged items, 0 were trained on or tuned with, and of 1 a copy was; there may be none.");
                    assertThat(verdict.inputs()).containsOnlyKeys("images", "copies", "groups", "ancestors");
                });
        assertThat(new NoTrainingOverlap(3)
                        .judge(evaluation(test, null, overlap(0, 0, 4), List.of()))
                        .passed())
                .isFalse();
    }

    @Test
    void postersAreJudgedWhereThereAreEnough() {
        PosterLift rule = new PosterLift(Measure.MEAN_AVERAGE_PRECISION, 50, 0.05, null, null, 0.01);
        Judgement test = judgement(100, Map.of(), List.of(), null);

        assertThat(rule.judge(evaluation(test)).explanation())
                .isEqualTo("There are no labelled posters to judge the model on.");
        assertThat(rule.judge(withPosters(test, 49, 0.1, null)).passed()).isTrue();
        assertThat(rule.judge(withPosters(test, 50, 0.1, null)).explanation())
                .isEqualTo(
                        "On 50 posters mAP is 0.100 and has to reach 0.150, 0.050 above the 0.100 of an answer that never"
                                + " looks at the image; there is no champion to compare with.");
        assertThat(rule.judge(withPosters(test, 50, 0.3, null)).passed()).isTrue();
        assertThat(rule.judge(withPosters(test, 50, 0.3, 0.31)).passed()).isTrue();
        assertThat(rule.judge(withPosters(test, 50, 0.3, 0.32)).passed()).isFalse();
    }

    private static Evaluation withPosters(Judgement test, int posters, double value, @Nullable Double champion) {
        Judgement judged = judgement(
                posters,
                Map.of(Measure.MEAN_AVERAGE_PRECISION, Figure.of(value, 0.1)),
                List.of(),
                champion == null ? null : champion(Measure.MEAN_AVERAGE_PRECISION, value, champion));
        return evaluation(test, judged, overlap(0, 0, 0), List.of());
    }

    @Test
    void aPolicyAsksEveryRule() {
        GatePolicy policy = new GatePolicy(
                digest("policy"),
                1,
                List.of(new NoTrainingOverlap(null), new MinimumLift(Measure.MACRO_F1, 0, null, null)));

        GateDecision decision = policy.judge(figure(Measure.MACRO_F1, Figure.of(0.1, 0.2)));

        assertThat(decision.policy()).isEqualTo(digest("policy"));
        assertThat(decision.verdicts()).extracting(RuleVerdict::passed).containsExactly(true, false);
        assertThat(decision.passed()).isFalse();
    }

    @Test
    void aPolicyNeverRestsOnHitRatesAlone() {
        for (Measure measure : Measure.values()) {
            GateRule lift = new MinimumLift(measure, 0.1, null, null);
            boolean ranksOrBalances = measure.label().matches("mAP|macroAuc|.*F1");

            assertThat(lift.refusesConstants()).isEqualTo(ranksOrBalances);
        }
        GateRule hits = new MinimumLift(Measure.AT_LEAST_ONE, 0.1, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GatePolicy(digest("policy"), 1, List.of(hits, new CalibrationLimit(0.1))))
                .withMessageContaining("never looks at the image");
        assertThat(new GatePolicy(digest("policy"), 1, List.of(hits, CHANCE)).rules())
                .hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new GatePolicy(digest("policy"), 1, List.of()));
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinimumLift(Measure.MACRO_F1, 0, -0.1, null))
                .withMessage("relative must be at least 0, was -0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumLift(Measure.MACRO_F1, 0, null, 1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoGenreFalls(GenreMeasure.AUC, 2, 0.95, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoTrainingOverlap(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PosterLift(Measure.MACRO_F1, 0, 0, null, null, 0));
    }
}
