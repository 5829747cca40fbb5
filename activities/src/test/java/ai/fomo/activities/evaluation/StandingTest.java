package ai.fomo.activities.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.training.Presets;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.training.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final RuleVerdict YES = new RuleVerdict("calibrated", true, "yes", Map.of());
    private static final RuleVerdict NO = new RuleVerdict("minimum-lift", false, "no", Map.of());
    private static final PromotionRow PROMOTION = new PromotionRow(
            4, PromotionRow.Kind.PROMOTION, "retrain-posters-3", "first", 3, 2, "maria", "better", Instant.EPOCH);

    @Test
    void aRefusalNamesTheRulesThatRefused() {
        Standing standing = Standing.of(decision(YES, NO), run(null), Optional.empty(), false);

        assertThat(standing.state()).isEqualTo(Standing.State.REFUSED);
        assertThat(standing.explanation()).isEqualTo("1 of 2 rules of the gate refused it: minimum-lift");
    }

    @Test
    void aPromotionSaysByWhomAndWhyEvenWhileItsRunIsStillOpen() {
        Standing standing = Standing.of(decision(YES), run(null), Optional.of(PROMOTION), false);

        assertThat(standing.state()).isEqualTo(Standing.State.PROMOTED);
        assertThat(standing.explanation()).contains("maria", "promotion 4", "better");
    }

    @Test
    void anEvaluationAfterWhichTheModelWasJudgedAgainIsSuperseded() {
        assertThat(Standing.of(decision(YES), run(null), Optional.of(PROMOTION), true)
                        .state())
                .isEqualTo(Standing.State.SUPERSEDED);
    }

    @Test
    void whoPassedAndIsNotPromotedWaitsOrEndedAsItsRunDid() {
        assertThat(Standing.of(decision(YES), run(null), Optional.empty(), false)
                        .explanation())
                .contains("fomo approve retrain-posters-3");
        assertThat(Standing.of(decision(YES), run("REJECTED"), Optional.empty(), false)
                        .state())
                .isEqualTo(Standing.State.REJECTED);
        assertThat(Standing.of(decision(YES), run("SUPERSEDED"), Optional.empty(), false)
                        .state())
                .isEqualTo(Standing.State.SUPERSEDED);
        assertThat(Standing.of(decision(YES), run("CANCELLED"), Optional.empty(), false)
                        .state())
                .isEqualTo(Standing.State.ENDED);
    }

    @Test
    void withoutADecisionItWasJudgedAndNothingElse() {
        assertThat(Standing.of(null, run("PROMOTED"), Optional.of(PROMOTION), false)
                        .state())
                .isEqualTo(Standing.State.JUDGED);
    }

    private static GateDecision decision(RuleVerdict... verdicts) {
        return new GateDecision(Sha256.of(new byte[0]), List.of(verdicts));
    }

    private static RunRow run(@Nullable String outcome) {
        return new RunRow(
                new RunId("retrain-posters-3"),
                "first",
                "posters",
                Presets.named(Presets.LINEAR, 1),
                Instant.EPOCH,
                outcome == null ? null : Instant.EPOCH,
                outcome,
                outcome == null ? null : "as it ended");
    }
}
