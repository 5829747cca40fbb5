package ai.fomo.domain.evaluation;

import static ai.fomo.domain.Digests.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.fomo.domain.RunId;
import ai.fomo.domain.evaluation.Evaluation.ChampionFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatePolicyTest {
    private static final GatePolicy POLICY = GatePolicy.standard();

    /** Thresholds from one half of what a model scores, figures from the other, as a retraining has it. */
    private static Evaluation evaluation(ScoredItems validation, ScoredItems test, @Nullable ChampionFigures champion) {
        Judgement judgement =
                Evaluator.figures(test, ThresholdSelection.choose(validation), Scores.frequencies(validation));
        return new Evaluation(
                new RunId("retrain-test-1"),
                digest("dataset"),
                digest("model"),
                test.items().size(),
                judgement.genresPerItem(),
                judgement.figures(),
                judgement.genres(),
                champion);
    }

    private static Evaluation informative(int items, @Nullable ChampionFigures champion) {
        return evaluation(Scores.random(200, 6, 0.3, 1), Scores.random(items, 6, 0.3, 2), champion);
    }

    private static ScoredItems rescored(ScoredItems items, List<double[]> scores) {
        return new ScoredItems(
                items.classes(),
                IntStream.range(0, items.items().size())
                        .mapToObj(i -> new ScoredItem(
                                items.items().get(i).image(),
                                items.items().get(i).truth(),
                                scores.get(i)))
                        .toList());
    }

    private static ScoredItems constant(ScoredItems items, double... scores) {
        return rescored(items, Collections.nCopies(items.items().size(), scores));
    }

    private static ScoredItems shuffled(ScoredItems items, long seed) {
        List<double[]> scores = new ArrayList<>(
                items.items().stream().map(ScoredItem::probabilities).toList());
        Collections.shuffle(scores, new Random(seed));
        return rescored(items, scores);
    }

    private static List<String> refusedBy(Evaluation evaluation) {
        return POLICY.judge(evaluation).verdicts().stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    @Test
    void anInformativeModelPasses() {
        GateDecision decision = POLICY.judge(informative(200, null));

        assertThat(decision.passed()).as(decision.toString()).isTrue();
        assertThat(decision.policy()).isEqualTo(POLICY.digest());
        assertThat(decision.verdicts())
                .extracting(RuleVerdict::rule)
                .containsExactly("minimum-items", "ranking-lift", "beats-constant", "not-worse-than-champion");
    }

    @Test
    void aConstantIsRefusedHoweverManyGenresItNames() {
        ScoredItems validation = Scores.random(200, 6, 0, 1);
        ScoredItems test = Scores.random(200, 6, 0, 2);
        double[] prevalences = {0.4, 0.3, 0.2, 0.15, 0.1, 0.05};
        double[] everything = {0.9, 0.9, 0.9, 0.9, 0.9, 0.9};

        assertThat(refusedBy(evaluation(constant(validation, prevalences), constant(test, prevalences), null)))
                .contains("ranking-lift", "beats-constant");
        assertThat(refusedBy(evaluation(constant(validation, everything), constant(test, everything), null)))
                .contains("ranking-lift", "beats-constant");
    }

    @Test
    void shuffledScoresAreRefused() {
        ScoredItems validation = Scores.random(200, 6, 0.3, 1);
        ScoredItems test = Scores.random(200, 6, 0.3, 2);

        for (long seed = 0; seed < 20; seed++) {
            assertThat(refusedBy(evaluation(shuffled(validation, seed), shuffled(test, seed), null)))
                    .contains("ranking-lift");
        }
    }

    @Test
    void shuffledScoresOnFewItemsSeldomPassByLuck() {
        ScoredItems validation = shuffled(Scores.random(200, 6, 0.3, 1), 1);
        long passed = IntStream.range(0, 300)
                .filter(seed -> refusedBy(evaluation(validation, shuffled(Scores.random(20, 6, 0.3, 2), seed), null))
                        .isEmpty())
                .count();

        assertThat(passed).isLessThanOrEqualTo(300 / 20);
    }

    @Test
    void tooFewItemsAreRefusedWithTheirNumber() {
        assertThat(refusedBy(informative(19, null))).contains("minimum-items");
        assertThat(new MinimumItems(20).judge(informative(20, null)).passed()).isTrue();
        assertThat(new MinimumItems(20).judge(informative(19, null)).explanation())
                .isEqualTo("The model was judged on 19 test items; at least 20 are needed.");
    }

    @Test
    void aModelClearlyWorseThanTheChampionIsRefusedAndAnEqualOnePasses() {
        Evaluation better = evaluation(Scores.random(200, 6, 0.5, 1), Scores.random(200, 6, 0.5, 2), null);
        Evaluation same = informative(200, null);

        assertThat(refusedBy(informative(200, new ChampionFigures(3, digest("champion"), better.figures()))))
                .containsExactly("not-worse-than-champion");
        assertThat(refusedBy(informative(200, new ChampionFigures(3, digest("champion"), same.figures()))))
                .isEmpty();
    }

    @Test
    void withoutAChampionTheRuleSaysSo() {
        assertThat(new NotWorseThanChampion(0.005).judge(informative(50, null)).explanation())
                .isEqualTo("There is no champion with the same classes to compare with.");
    }

    @Test
    void explanationsHoldTheFigures() {
        Evaluation evaluation = informative(200, null);
        String mAP = String.format(
                java.util.Locale.ROOT, "%.3f", evaluation.figures().mAP().value());
        String macroF1 = String.format(
                java.util.Locale.ROOT, "%.3f", evaluation.figures().macroF1().constant());

        assertThat(POLICY.judge(evaluation).verdicts().get(1).explanation()).contains("mAP is " + mAP);
        assertThat(POLICY.judge(evaluation).verdicts().get(2).explanation()).contains(macroF1);
    }

    @Test
    void theDigestChangesWithVersionRulesAndLimits() {
        assertThat(List.of(
                        POLICY.digest(),
                        new GatePolicy("2", POLICY.rules()).digest(),
                        new GatePolicy("1", POLICY.rules().subList(0, 3)).digest(),
                        new GatePolicy("1", List.of(new MinimumItems(20))).digest(),
                        new GatePolicy("1", List.of(new MinimumItems(21))).digest(),
                        new GatePolicy("1", List.of(new NotWorseThanChampion(0.1))).digest(),
                        new GatePolicy("1", List.of(new NotWorseThanChampion(0.2))).digest(),
                        new GatePolicy("1", List.of(new RankingLift(0.01, 0.1, 0.05, 1.645))).digest(),
                        new GatePolicy("1", List.of(new RankingLift(0.01, 0.1, 0.06, 1.645))).digest()))
                .doesNotHaveDuplicates();
        assertThat(GatePolicy.standard().digest()).isEqualTo(POLICY.digest());
    }

    @Test
    void aGateWithoutRulesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GatePolicy("1", List.of()));
    }
}
