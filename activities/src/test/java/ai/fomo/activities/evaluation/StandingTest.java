package ai.fomo.activities.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.training.Presets;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.training.RunRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of model 3 of one run, at times in seconds; models 2 and 4 are those of others. */
class StandingTest {
    private static final RunId RUN = new RunId("retrain-posters-3");
    private static final int MODEL = 3;
    private static final RuleVerdict YES = new RuleVerdict("calibrated", true, "yes", Map.of());
    private static final RuleVerdict NO = new RuleVerdict("minimum-lift", false, "no", Map.of());
    private static final PromotionRow OF_TWO = promotion(1, 2, null, 1);

    @Test
    void aRefusalNamesTheRulesThatRefused() {
        Standing standing = standing("a", List.of(judged("a", 2, 10, YES, NO)), running(), List.of(OF_TWO));

        assertThat(standing.state()).isEqualTo(Standing.State.REFUSED);
        assertThat(standing.explanation()).isEqualTo("1 of 2 rules of the gate refused it: minimum-lift");
    }

    @Test
    void withoutADecisionItWasJudgedAndNothingElse() {
        Standing standing = standing(
                "b",
                List.of(judged("a", 2, 10, YES), notDecided("b", 2)),
                ended("PROMOTED", 30),
                List.of(promotion(2, MODEL, 2, 20), OF_TWO));

        assertThat(standing.state()).isEqualTo(Standing.State.JUDGED);
    }

    @Test
    void aPromotionSaysByWhomAndWhyEvenWhileItsRunIsStillOpen() {
        Standing standing =
                standing("a", List.of(judged("a", 2, 10, YES)), running(), List.of(promotion(2, MODEL, 2, 20), OF_TWO));

        assertThat(standing.state()).isEqualTo(Standing.State.PROMOTED);
        assertThat(standing.explanation()).isEqualTo("by maria, as promotion 2 in the history: better");
    }

    @Test
    void aPromotionStaysWithTheJudgementThatItWasDecidedOnHoweverOftenTheChampionIsJudgedAgain() {
        List<ModelJudgement> judgements = List.of(
                judged("earlier", 1, 5, YES),
                judged("promoting", 2, 10, YES),
                judged("again", MODEL, 40, YES),
                judged("refused", MODEL, 50, NO));
        List<PromotionRow> changes = List.of(promotion(2, MODEL, 2, 20), OF_TWO);

        assertThat(standing("earlier", judgements, ended("PROMOTED", 30), changes)
                        .state())
                .isEqualTo(Standing.State.SUPERSEDED);
        assertThat(standing("promoting", judgements, ended("PROMOTED", 30), changes))
                .isEqualTo(new Standing(Standing.State.PROMOTED, "by maria, as promotion 2 in the history: better"));
        assertThat(standing("again", judgements, ended("PROMOTED", 30), changes))
                .isEqualTo(new Standing(
                        Standing.State.PROMOTED,
                        "it is the champion, by maria, as promotion 2 in the history: better"));
        assertThat(standing("refused", judgements, ended("PROMOTED", 30), changes))
                .isEqualTo(new Standing(
                        Standing.State.REFUSED,
                        "1 of 1 rules of the gate refused it: minimum-lift; it is the champion all the same, by maria, as"
                                + " promotion 2 in the history: better"));
    }

    @Test
    void aPromotionBelongsToTheLastJudgementBesideThatChampionBeforeIt() {
        List<ModelJudgement> judgements =
                List.of(judged("first", 2, 10, YES), judged("second", 2, 15, YES), judged("later", 2, 60, YES));
        List<PromotionRow> changes = List.of(promotion(2, MODEL, 2, 20), OF_TWO);

        assertThat(standing("first", judgements, ended("REJECTED", 12), changes).state())
                .isEqualTo(Standing.State.REJECTED);
        assertThat(standing("second", judgements, ended("REJECTED", 12), changes)
                        .explanation())
                .isEqualTo("by maria, as promotion 2 in the history: better");
        assertThat(standing("later", judgements, ended("REJECTED", 12), changes).explanation())
                .startsWith("it is the champion");
    }

    @Test
    void aModelThatARollbackBroughtBackIsTheChampion() {
        PromotionRow back =
                new PromotionRow(4, PromotionRow.Kind.ROLLBACK, "w", "e", MODEL, 4, "tom", "it fell", at(60));
        List<ModelJudgement> judgements = List.of(judged("a", 2, 10, YES), judged("again", 4, 50, YES));
        List<PromotionRow> changes = List.of(back, promotion(3, 4, MODEL, 40), promotion(2, MODEL, 2, 20), OF_TWO);

        assertThat(standing("again", judgements, ended("PROMOTED", 30), changes))
                .isEqualTo(new Standing(
                        Standing.State.PROMOTED, "it is the champion, by tom, as rollback 4 in the history: it fell"));
        assertThat(standing("a", judgements, ended("PROMOTED", 30), changes).explanation())
                .isEqualTo("by maria, as promotion 2 in the history: better");
    }

    @Test
    void whoPassesAfterARunThatEndedRefusedIsAPromotionByHandAway() {
        List<ModelJudgement> judgements = List.of(judged("a", 2, 10, NO), judged("again", 2, 50, YES));

        assertThat(standing("a", judgements, ended("REFUSED", 30), List.of(OF_TWO))
                        .state())
                .isEqualTo(Standing.State.REFUSED);
        assertThat(standing("again", judgements, ended("REFUSED", 30), List.of(OF_TWO)))
                .isEqualTo(new Standing(
                        Standing.State.PASSED,
                        "it passed the gate; fomo promote 3 --by NAME --reason TEXT makes it the champion"));
    }

    @Test
    void theLastOfTwoDecisionsOnOneJudgementCounts() {
        List<ModelJudgement> judgements = List.of(judged("a", 2, 10, NO), judged("a", 2, 50, YES));

        assertThat(standing("a", judgements, ended("REFUSED", 30), List.of(OF_TWO))
                        .explanation())
                .contains("fomo promote 3");
    }

    @Test
    void aPassBesideAnotherChampionThanTodaysIsNoneToday() {
        List<ModelJudgement> judgements = List.of(judged("a", 2, 10, NO), judged("again", 2, 50, YES));

        Standing standing =
                standing("again", judgements, ended("REFUSED", 30), List.of(promotion(2, 4, 2, 60), OF_TWO));

        assertThat(standing.state()).isEqualTo(Standing.State.SUPERSEDED);
        assertThat(standing.explanation()).contains("fomo evaluate --model 3 --again");
    }

    @Test
    void aJudgementAfterWhichTheModelWasJudgedAgainIsSuperseded() {
        List<ModelJudgement> judgements = List.of(judged("a", 2, 10, YES), judged("again", 4, 25, YES));
        List<PromotionRow> changes = List.of(promotion(2, 4, 2, 20), OF_TWO);

        assertThat(standing("a", judgements, running(), changes).state()).isEqualTo(Standing.State.SUPERSEDED);
        assertThat(standing("again", judgements, running(), changes).state()).isEqualTo(Standing.State.PASSED);
    }

    @Test
    void wherePersonsDecideItWaitsForOne() {
        List<ModelJudgement> judgements = List.of(judged("a", 2, 10, YES));

        Standing asked = Standing.of(history("a", judgements, List.of(OF_TWO)), running(), true);
        Standing unknown = Standing.of(history("a", judgements, List.of(OF_TWO)), running(), null);

        assertThat(asked.state()).isEqualTo(Standing.State.WAITING);
        assertThat(asked.explanation()).contains("fomo approve retrain-posters-3", "fomo reject retrain-posters-3");
        assertThat(unknown.state()).isEqualTo(Standing.State.PASSED);
        assertThat(unknown.explanation()).contains("is being promoted", "fomo approve retrain-posters-3");
    }

    @Test
    void whereNobodyIsAskedNobodyIsToldToDecide() {
        Standing standing =
                Standing.of(history("a", List.of(judged("a", 2, 10, YES)), List.of(OF_TWO)), running(), false);

        assertThat(standing.state()).isEqualTo(Standing.State.PASSED);
        assertThat(standing.explanation()).doesNotContain("fomo approve", "person decides");
    }

    @Test
    void whoPassedAndIsNotPromotedEndedAsItsRunDid() {
        assertThat(endedAs("REJECTED")).isEqualTo(new Standing(Standing.State.REJECTED, "as it ended"));
        assertThat(endedAs("SUPERSEDED")).isEqualTo(new Standing(Standing.State.SUPERSEDED, "as it ended"));
        assertThat(endedAs("CANCELLED")).isEqualTo(new Standing(Standing.State.ENDED, "as it ended"));
    }

    private static Standing endedAs(String outcome) {
        return standing("a", List.of(judged("a", 2, 10, YES)), ended(outcome, 30), List.of(OF_TWO));
    }

    private static Standing standing(
            String report, List<ModelJudgement> judgements, RunRow run, List<PromotionRow> changes) {
        return Standing.of(history(report, judgements, changes), run, null);
    }

    private static ModelHistory history(String report, List<ModelJudgement> judgements, List<PromotionRow> changes) {
        return new ModelHistory(digest(report), judgements, changes);
    }

    private static ModelJudgement judged(
            String report, @Nullable Integer champion, long decided, RuleVerdict... verdicts) {
        ModelJudgement judgement = notDecided(report, champion);
        return new ModelJudgement(
                MODEL, judgement.evaluation(), new GateDecision(digest("policy"), List.of(verdicts)), at(decided));
    }

    private static ModelJudgement notDecided(String report, @Nullable Integer champion) {
        return new ModelJudgement(
                MODEL,
                new EvaluationRow(
                        RUN,
                        digest(report),
                        digest("model"),
                        digest("dataset"),
                        1,
                        new Figures(Map.of()),
                        champion,
                        Instant.EPOCH),
                null,
                null);
    }

    private static PromotionRow promotion(int number, int model, @Nullable Integer previous, long promoted) {
        return new PromotionRow(
                number,
                PromotionRow.Kind.PROMOTION,
                RUN.value(),
                "first",
                model,
                previous,
                "maria",
                "better",
                at(promoted));
    }

    private static RunRow running() {
        return run(null, null);
    }

    private static RunRow ended(String outcome, long finished) {
        return run(outcome, at(finished));
    }

    private static RunRow run(@Nullable String outcome, @Nullable Instant finished) {
        return new RunRow(
                RUN,
                "first",
                "posters",
                Presets.named(Presets.LINEAR, 1),
                Instant.EPOCH,
                finished,
                outcome,
                outcome == null ? null : "as it ended");
    }

    private static Instant at(long second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
