package ai.fomo.domain.evaluation;

import static ai.fomo.domain.evaluation.GateExamples.CHAMPION;
import static ai.fomo.domain.evaluation.GateExamples.MODEL;
import static ai.fomo.domain.evaluation.GateExamples.against;
import static ai.fomo.domain.evaluation.GateExamples.beside;
import static ai.fomo.domain.evaluation.GateExamples.champion;
import static ai.fomo.domain.evaluation.GateExamples.evaluation;
import static ai.fomo.domain.evaluation.GateExamples.judgement;
import static ai.fomo.domain.evaluation.GateExamples.losing;
import static ai.fomo.domain.evaluation.GateExamples.overlap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the rules that look at the model in use say, with one and without. */
class ChampionRulesTest {
    private static final List<GateRule> CHAMPION_RULES = List.of(
            new NotWorseThanChampion(Measure.MEAN_AVERAGE_PRECISION, 0),
            new NoGenreFalls(GenreMeasure.AUC, 0, 0.95, 1),
            new PosterLift(Measure.MEAN_AVERAGE_PRECISION, 50, 0.05, null, null, 0.01));

    @Test
    void aChampionThatCannotBeComparedIsNamedAndNoReasonToRefuse() {
        Judgement test = judgement(100, Map.of(), List.of(), null);
        Judgement posters = judgement(50, Map.of(Measure.MEAN_AVERAGE_PRECISION, Figure.of(0.3, 0.1)), List.of(), null);
        String sentence =
                "he champion, model 3, answers in other classes or takes other features, so it was not compared with;"
                        + " look at both before you approve.";

        assertThat(CHAMPION_RULES)
                .extracting(rule -> rule.judge(beside(test, posters, CHAMPION)))
                .allSatisfy(verdict -> {
                    assertThat(verdict.passed()).isTrue();
                    assertThat(verdict.explanation()).endsWith(sentence);
                    assertThat(verdict.inputs()).containsEntry("champion", 3.0);
                });
        assertThat(CHAMPION_RULES)
                .extracting(rule -> rule.judge(beside(test, posters, MODEL)))
                .allSatisfy(verdict -> {
                    assertThat(verdict.passed()).isTrue();
                    assertThat(verdict.explanation()).endsWith("he model is the champion itself.");
                    assertThat(verdict.inputs()).containsEntry("champion", 4.0);
                });
    }

    @Test
    void figuresThatDifferByRoundingAreEqual() {
        assertThat(new NotWorseThanChampion(Measure.MACRO_F1, 0)
                        .judge(against(Measure.MACRO_F1, 0.1 + 0.2 - 1e-13, 0.3))
                        .passed())
                .isTrue();
        assertThat(new NoGenreFalls(GenreMeasure.AVERAGE_PRECISION, 0, 0.95, 1)
                        .judge(losing(0, 10, 1e-13))
                        .passed())
                .isTrue();
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
                .isEqualTo("There is no champion to compare with.");
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
}
