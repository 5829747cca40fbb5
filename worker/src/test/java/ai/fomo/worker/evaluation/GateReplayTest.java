package ai.fomo.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateReplayTest {
    private static final Sha256 DIGEST = Sha256.of(new byte[0]);

    private static final GatePolicy POLICY = GatePolicyYaml.parse("""
            version: 1
            rules:
              - rule: minimum-lift
                measure: mAP
                lift: 0.1
              - rule: no-training-overlap
            """.getBytes(StandardCharsets.UTF_8));

    private static final Evaluation EVALUATION = new Evaluation(
            Evaluation.FORMAT,
            new EvaluationSource(
                    new RunId("retrain-own-1"),
                    new ModelVersion(1, DIGEST),
                    DIGEST,
                    DIGEST,
                    null,
                    null,
                    new TrainingOverlap(List.of(DIGEST), 0, 0, 3, List.of()),
                    Bootstrap.standard(),
                    null),
            new Judgement(
                    40,
                    40,
                    1.2,
                    new Figures(Map.of(Measure.MEAN_AVERAGE_PRECISION, Figure.of(0.4, 0.1))),
                    List.of(),
                    null),
            null,
            List.of(),
            List.of(),
            new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));

    private static GateDecision altered(RuleVerdict first) {
        List<RuleVerdict> verdicts = new ArrayList<>(POLICY.judge(EVALUATION).verdicts());
        verdicts.set(0, first);
        return new GateDecision(POLICY.digest(), verdicts);
    }

    @Test
    void aDecisionMadeAgainFromItsRecordIsTheSame() {
        GateReplay replay = GateReplay.of(POLICY.judge(EVALUATION), POLICY, EVALUATION);

        assertThat(replay.same()).isTrue();
        assertThat(replay.recomputed()).isEqualTo(replay.recorded());
    }

    @Test
    void anAlteredVerdictOrInputIsNamed() {
        RuleVerdict was = POLICY.judge(EVALUATION).verdicts().get(0);
        RuleVerdict refused = new RuleVerdict(was.rule(), false, was.explanation(), was.inputs());
        RuleVerdict seen = new RuleVerdict(was.rule(), true, was.explanation(), Map.of("mAP", 0.5, "constant", 0.1));

        assertThat(GateReplay.of(altered(refused), POLICY, EVALUATION).differing())
                .containsExactly("minimum-lift");
        assertThat(GateReplay.of(altered(seen), POLICY, EVALUATION).same()).isFalse();
    }

    @Test
    void aVerdictThatIsMissingOrTooManyIsNamed() {
        List<RuleVerdict> verdicts = POLICY.judge(EVALUATION).verdicts();
        GateDecision shorter = new GateDecision(POLICY.digest(), verdicts.subList(0, 1));
        List<RuleVerdict> more = new ArrayList<>(verdicts);
        more.add(new RuleVerdict("charm", true, "Charming.", Map.of()));

        assertThat(GateReplay.of(shorter, POLICY, EVALUATION).differing()).containsExactly("no-training-overlap");
        assertThat(GateReplay.of(new GateDecision(POLICY.digest(), more), POLICY, EVALUATION)
                        .differing())
                .containsExactly("charm");
    }

    @Test
    void anotherWordingIsTheSameDecision() {
        RuleVerdict was = POLICY.judge(EVALUATION).verdicts().get(0);

        assertThat(GateReplay.of(
                                altered(new RuleVerdict(was.rule(), true, "In other words.", was.inputs())),
                                POLICY,
                                EVALUATION)
                        .same())
                .isTrue();
    }
}
