package ai.fomo.domain.evaluation;

import static ai.fomo.domain.Digests.digest;
import static ai.fomo.domain.evaluation.GateExamples.estimate;
import static ai.fomo.domain.evaluation.GateExamples.evaluation;
import static ai.fomo.domain.evaluation.GateExamples.figure;
import static ai.fomo.domain.evaluation.GateExamples.genre;
import static ai.fomo.domain.evaluation.GateExamples.judgement;
import static ai.fomo.domain.evaluation.GateExamples.lifted;
import static ai.fomo.domain.evaluation.GateExamples.overlap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateRulesTest {
    private static final GateRule CHANCE = new BetterThanChance(0.95);

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
    void whatDecidesIsSaidOfGuessAndDraws() {
        Evaluation byDraws = evaluation(
                judgement(30, Map.of(Measure.MACRO_AUC, lifted(0.688, 0.5, 0.12)), List.of(genre("Jazz", 10)), null));

        // 0.5 + 1.6449 * 0.12; 15 groups.
        assertThat(CHANCE.judge(byDraws).explanation())
                .isEqualTo(
                        "Macro AUC is 0.688 and has to reach 0.697, which a guess that varies between draws of these 15"
                                + " groups as the model does would reach by luck once in 20 times.");
    }

    @Test
    void anF1HasToExceedTheBestConstantOfAnySize() {
        MinimumLift rule = new MinimumLift(Measure.MACRO_F1, 0.01, 0.1, null);
        MinimumLift certain = new MinimumLift(Measure.MACRO_F1, 0, null, 0.95);

        // 10 % of 0.2 above 0.2, though its own size's constant has 0.05.
        assertThat(rule.judge(figure(Measure.MACRO_F1, beside(0.219, 0.05, 0.2))))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isFalse();
                    assertThat(verdict.explanation())
                            .isEqualTo(
                                    "macroF1 is 0.219 and has to reach 0.220, 0.020 above the 0.200 of an answer that never looks"
                                            + " at the image.");
                    assertThat(verdict.inputs())
                            .isEqualTo(Map.of("macroF1", 0.219, "constant", 0.05, "bestConstant", 0.2));
                });
        assertThat(rule.judge(figure(Measure.MACRO_F1, beside(0.221, 0.05, 0.2)))
                        .passed())
                .isTrue();
        // 1.6449 * 0.02 is 0.0329.
        assertThat(certain.judge(figure(Measure.MACRO_F1, beside(0.232, 0.05, 0.2)))
                        .passed())
                .isFalse();
        assertThat(certain.judge(figure(Measure.MACRO_F1, beside(0.233, 0.05, 0.2)))
                        .passed())
                .isTrue();
        // Where the model's own size is beyond all sizes of constants.
        assertThat(rule.judge(figure(Measure.MACRO_F1, beside(0.25, 0.3, 0.2))).passed())
                .isFalse();
    }

    private static Figure beside(double value, double constant, double best) {
        return new Figure(value, constant, best, null, estimate(value - constant, 0.02));
    }

    @Test
    void roundingIsNoLiftAndCostsNone() {
        assertThat(new MinimumLift(Measure.MACRO_F1, 0, null, null)
                        .judge(figure(Measure.MACRO_F1, Figure.of(0.1 + 0.2, 0.3)))
                        .passed())
                .isFalse();
        assertThat(new MinimumLift(Measure.MACRO_F1, 0.1, null, null)
                        .judge(figure(Measure.MACRO_F1, Figure.of(0.3, 0.2)))
                        .passed())
                .isTrue();
        assertThat(CHANCE.judge(evaluation(judgement(
                                30,
                                Map.of(Measure.MACRO_AUC, Figure.of(0.5 + 1e-13, 0.5)),
                                List.of(genre("Jazz", 30)),
                                null)))
                        .passed())
                .isFalse();
    }

    @Test
    void ofOneGroupLuckCannotBeToldApart() {
        Judgement oneGroup =
                new Judgement(40, 1, 1.5, new Figures(Map.of(Measure.MACRO_F1, Figure.of(0.9, 0.1))), List.of(), null);

        assertThat(new MinimumLift(Measure.MACRO_F1, 0, null, 0.95).judge(evaluation(oneGroup)))
                .satisfies(verdict -> {
                    assertThat(verdict.passed()).isFalse();
                    assertThat(verdict.explanation())
                            .isEqualTo(
                                    "macroF1 is 0.900, and all 40 items are of one group, so that luck cannot be told"
                                            + " apart; judge the model on items of more groups.");
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
    void aPolicyAsksEveryRule() {
        GatePolicy policy = new GatePolicy(
                digest("policy"),
                1,
                List.of(new NoTrainingOverlap(null), new MinimumLift(Measure.MACRO_AUC, 0, null, null)));

        GateDecision decision = policy.judge(figure(Measure.MACRO_AUC, Figure.of(0.4, 0.5)));

        assertThat(decision.policy()).isEqualTo(digest("policy"));
        assertThat(decision.verdicts()).extracting(RuleVerdict::passed).containsExactly(true, false);
        assertThat(decision.passed()).isFalse();
    }

    @Test
    void aPolicyNeverRestsOnHitRatesAlone() {
        for (Measure measure : Measure.values()) {
            GateRule lift = new MinimumLift(measure, 0.1, null, null);

            assertThat(lift.refusesConstants()).isEqualTo(measure.label().matches("mAP|macroAuc"));
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
