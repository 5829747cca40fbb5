package ai.fomo.storage.evaluation;

import static ai.fomo.storage.evaluation.Simulated.constant;
import static ai.fomo.storage.evaluation.Simulated.equally;
import static ai.fomo.storage.evaluation.Simulated.evaluation;
import static ai.fomo.storage.evaluation.Simulated.items;
import static ai.fomo.storage.evaluation.Simulated.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.storage.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy that ships lets through, from models that were not trained but behave as those would. */
class StandardPolicyTest {
    private static final GatePolicy POLICY = GatePolicyYaml.parse(GatePolicyYaml.standard());
    private static final int GENRES = 16;
    private static final double LABELS = 1.3;

    /** Somewhat better than the demo's model. */
    private static final double[] LEARNT = equally(GENRES, 1.7);

    private static final ScoredItems VALIDATION = items(160, LABELS, LEARNT, 1);
    private static final ScoredItems TEST = items(160, LABELS, LEARNT, 2);

    private static List<String> refusedBy(Evaluation evaluation) {
        return POLICY.judge(evaluation).verdicts().stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    private static long passed(int trials, LongFunction<Evaluation> trial) {
        return LongStream.range(0, trials)
                .filter(seed -> refusedBy(trial.apply(seed)).isEmpty())
                .count();
    }

    @Test
    void aModelThatHasLearntPassesWithAndWithoutAChampion() {
        GateDecision decision = POLICY.judge(evaluation(VALIDATION, TEST, null));

        assertThat(decision.passed()).as(decision.toString()).isTrue();
        assertThat(decision.policy()).isEqualTo(POLICY.digest());
        assertThat(decision.verdicts())
                .hasSize(POLICY.rules().size())
                .allSatisfy(verdict -> assertThat(verdict.explanation()).endsWith("."));
        assertThat(refusedBy(evaluation(VALIDATION, TEST, TEST))).isEmpty();
    }

    @Test
    void itsF1IsFarAboveThatOfTheBestConstant() {
        Figure f1 = evaluation(VALIDATION, TEST, null).test().figures().of(Measure.MACRO_F1);

        assertThat(f1.bestConstant()).isGreaterThan(f1.constant()).isLessThan(0.6 * f1.value());
    }

    @Test
    void aWeakModelPassesToo() {
        double[] weakly = equally(GENRES, 1.0);
        ScoredItems validation = items(160, LABELS, weakly, 1);

        assertThat(passed(10, seed -> evaluation(validation, items(160, LABELS, weakly, 100 + seed), null)))
                .isEqualTo(10);
    }

    @Test
    void onFewEasyItemsAModelPasses() {
        double[] clearly = equally(4, 2.5);
        ScoredItems validation = items(24, 1.2, clearly, 1);

        assertThat(passed(25, seed -> evaluation(validation, items(24, 1.2, clearly, 100 + seed), null)))
                .isGreaterThanOrEqualTo(24);
    }

    @Test
    void aConstantIsRefusedHoweverManyGenresItNames() {
        double[] prevalences = new double[GENRES];
        Arrays.setAll(prevalences, genre -> 0.12 - 0.005 * genre);
        double[] everything = equally(GENRES, 0.9);
        double[] two = equally(GENRES, 0.01);
        two[0] = 0.9;
        two[1] = 0.8;

        for (double[] scores : List.of(prevalences, everything, two)) {
            assertThat(refusedBy(evaluation(constant(VALIDATION, scores), constant(TEST, scores), null)))
                    .contains("better-than-chance", "minimum-lift");
        }
    }

    @Test
    void whatLearntFromShuffledLabelsIsRefused() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(refusedBy(evaluation(shuffled(VALIDATION, seed), shuffled(TEST, seed), null)))
                    .contains("better-than-chance");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16})
    void onFewItemsWhatLearntFromShuffledLabelsSeldomPassesByLuck(int genres) {
        // Close to the prior, so that calibration has nothing to say against it.
        double[] hardly = equally(genres, 0.5);
        ScoredItems validation = shuffled(items(100, 1.2, hardly, 1), 1);

        assertThat(passed(
                        200, seed -> evaluation(validation, shuffled(items(20, 1.2, hardly, 100 + seed), seed), null)))
                .isLessThanOrEqualTo(100 / 20);
    }

    @Test
    void aModelTrainedOnItsOwnTestSetIsRefusedForThatAlone() {
        TrainingOverlap overlap = new TrainingOverlap(
                List.of(Examples.digest("dataset")), 160, 0, 80, List.of(Examples.digest("item 0")));
        TrainingOverlap copies = new TrainingOverlap(List.of(Examples.digest("dataset")), 0, 1, 1, List.of());

        assertThat(refusedBy(evaluation(VALIDATION, TEST, null, overlap))).containsExactly("no-training-overlap");
        assertThat(refusedBy(evaluation(VALIDATION, TEST, null, copies))).containsExactly("no-training-overlap");
    }

    @Test
    void aModelThatIsClearlyWorseThanTheChampionIsRefused() {
        ScoredItems better = items(160, LABELS, equally(GENRES, 2.5), 2);

        assertThat(refusedBy(evaluation(VALIDATION, TEST, better))).contains("not-worse-than-champion");
        assertThat(refusedBy(evaluation(VALIDATION, better, TEST))).isEmpty();
    }

    @Test
    void aGenreThatFallsIsRefusedAndNamedThoughTheRestHasGained() {
        double[] gained = equally(GENRES, 2.5);
        gained[3] = 0;
        ScoredItems before = items(800, LABELS, LEARNT, 3);
        GateDecision decision = POLICY.judge(evaluation(VALIDATION, items(800, LABELS, gained, 3), before));

        assertThat(decision.verdicts())
                .filteredOn(verdict -> !verdict.passed())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.rule()).isEqualTo("no-genre-falls");
                    assertThat(verdict.explanation())
                            .contains("genre 3 has fallen from")
                            .doesNotContain("genre 4 ");
                });
    }

    @Test
    void ofSixteenGenresThatAreAsGoodAsBeforeNoneSeemsToFall() {
        // The champion sees the same items through other noise: each genre is better or worse by luck.
        long refused = LongStream.range(0, 20)
                .filter(seed -> {
                    ScoredItems test = items(160, LABELS, LEARNT, 100 + seed);
                    return refusedBy(evaluation(VALIDATION, test, Simulated.seenAgain(test, LEARNT, LABELS, seed)))
                            .contains("no-genre-falls");
                })
                .count();

        assertThat(refused).isLessThanOrEqualTo(3);
    }

    @Test
    void confidenceThatMeansNothingIsRefused() {
        ScoredItems overconfident = Simulated.overconfident(TEST);

        assertThat(refusedBy(evaluation(Simulated.overconfident(VALIDATION), overconfident, null)))
                .containsExactly("calibration");
    }

    @Test
    void aModelThatHardlyBelievesInAnyGenreIsRefused() {
        assertThat(refusedBy(evaluation(Simulated.shifted(VALIDATION, -3), Simulated.shifted(TEST, -3), null)))
                .containsExactly("calibration");
        assertThat(refusedBy(evaluation(Simulated.shifted(VALIDATION, 0), Simulated.shifted(TEST, 0), null)))
                .isEmpty();
    }

    @Test
    void tooFewItemsAreRefused() {
        double[] clearly = equally(4, 2.5);
        ScoredItems validation = items(24, 1.2, clearly, 1);

        assertThat(refusedBy(evaluation(validation, items(19, 1.2, clearly, 2), null)))
                .containsExactly("minimum-support");
    }
}
