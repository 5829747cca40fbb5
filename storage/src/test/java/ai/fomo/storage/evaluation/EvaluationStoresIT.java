package ai.fomo.storage.evaluation;

import static ai.fomo.storage.Examples.digest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.Estimate;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.Interval;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EvaluationStoresIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Figures FIGURES = new Figures(Map.of(
            Measure.MEAN_AVERAGE_PRECISION,
            Figure.of(0.4, 0.1),
            Measure.MACRO_F1,
            new Figure(0.3, 0.1, 0.2, new Interval(0.25, 0.35), new Estimate(0.2, 0.02, new Interval(0.15, 0.25)))));

    private final EvaluationStore evaluations = new EvaluationStore(DATABASE.jdbi());
    private static final byte[] POLICY = "version: 1".getBytes(UTF_8);

    private final GatePolicyStore policies = new GatePolicyStore(DATABASE.jdbi());
    private final GateDecisionStore decisions = new GateDecisionStore(DATABASE.jdbi());

    @Test
    void anEvaluationComesBackWithItsFiguresAndItsChampion() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "judged");
        ModelVersion champion = Examples.registeredModel(DATABASE.jdbi(), "champion");

        evaluations.record(digest("report"), evaluation(run), champion);
        evaluations.record(digest("report"), evaluation(run), champion);

        assertThat(evaluations.ofRun(run)).singleElement().satisfies(row -> {
            assertThat(row.figures()).isEqualTo(FIGURES);
            assertThat(row.champion()).isEqualTo(champion.version());
            assertThat(row.model()).isEqualTo(digest("model"));
            assertThat(row.items()).isEqualTo(846);
        });
    }

    @Test
    void aSecondReportOfARunFollowsTheFirst() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "judged twice");

        evaluations.record(digest("z"), evaluation(run), null);
        evaluations.record(digest("a"), evaluation(run), null);

        assertThat(evaluations.ofRun(run)).extracting(EvaluationRow::report).containsExactly(digest("z"), digest("a"));
        assertThat(evaluations.ofRun(run))
                .allSatisfy(row -> assertThat(row.champion()).isNull());
    }

    @Test
    void aDecisionComesBackWithItsVerdictsAndTheFirstOneStays() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "decided");
        evaluations.record(digest("report"), evaluation(run), null);
        Sha256 policy = policies.put(POLICY);
        GateDecision refused = new GateDecision(
                policy,
                List.of(
                        new RuleVerdict("a", true, "mAP 0.4 > 0.1", Map.of("mAP", 0.1 + 0.2, "tiny", 1e-300)),
                        new RuleVerdict("b", false, "no", Map.of("gain", -0.0))));
        GateDecision passed = new GateDecision(policy, List.of(new RuleVerdict("b", true, "yes", Map.of("mAP", 0.4))));

        decisions.record(run, digest("report"), refused);
        decisions.record(run, digest("report"), passed);

        assertThat(decisions.ofRun(run)).singleElement().satisfies(row -> {
            assertThat(row.decision()).isEqualTo(refused);
            assertThat(row.report()).isEqualTo(digest("report"));
            assertThat(row.decidedAt())
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        });
    }

    @Test
    void anotherPolicysDecisionFollowsTheFirst() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "decided twice");
        evaluations.record(digest("report"), evaluation(run), null);
        GateDecision first = decision(policies.put(POLICY));
        GateDecision second = decision(policies.put("version: 2".getBytes(UTF_8)));

        decisions.record(run, digest("report"), first);
        decisions.record(run, digest("report"), second);

        assertThat(decisions.ofRun(run)).extracting(GateDecisionRow::decision).containsExactly(first, second);
    }

    @Test
    void aDecisionOnAnEvaluationThatNobodyRecordedIsRefused() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "undecidable");
        GateDecision decision = decision(policies.put(POLICY));

        assertThatThrownBy(() -> decisions.record(run, digest("no report"), decision))
                .hasMessageContaining("gate_decision_run_report_fkey");
    }

    @Test
    void aDecisionByAPolicyThatNobodyRecordedIsRefused() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "decided by nobody");
        evaluations.record(digest("report"), evaluation(run), null);

        assertThatThrownBy(() -> decisions.record(run, digest("report"), decision(digest("no policy"))))
                .hasMessageContaining("gate_decision_policy_fkey");
    }

    @Test
    void aPolicyComesBackByteForByte() {
        byte[] odd = "\uFEFF# Gr\u00fc\u00dfe \uD83C\uDFB5\r\nversion: 1\t\n\n".getBytes(UTF_8);

        Sha256 digest = policies.put(odd);

        assertThat(policies.put(odd)).isEqualTo(digest);
        assertThat(policies.find(digest))
                .hasValueSatisfying(yaml -> assertThat(yaml).isEqualTo(odd));
        assertThat(policies.find(digest("nobody's"))).isEmpty();
    }

    @Test
    void aPolicyIsNeverChangedOrTakenForAnother() {
        Sha256 digest = policies.put(POLICY);

        assertThatThrownBy(
                        () -> DATABASE.jdbi().useHandle(handle -> handle.execute("update gate_policy set yaml = ''")))
                .hasMessageContaining("table gate_policy is a history");
        assertThatThrownBy(() -> DATABASE.jdbi()
                        .useHandle(handle -> handle.execute(
                                "insert into gate_policy (digest, yaml) values (?, 'other')",
                                digest("another").hex())))
                .hasMessageContaining("gate_policy");
        assertThat(policies.find(digest)).isPresent();
    }

    private static GateDecision decision(Sha256 policy) {
        return new GateDecision(policy, List.of(new RuleVerdict("a", true, "yes", Map.of("mAP", 0.4))));
    }

    @Test
    void aPageIsRecordedOnceAndALaterStandingHasAPageOfItsOwn() {
        RunId run = Examples.startedRun(DATABASE.jdbi(), "written");
        ReportStore reports = new ReportStore(DATABASE.jdbi());
        evaluations.record(digest("report"), evaluation(run), null);

        reports.record(run, digest("report"), "WAITING", digest("page 1"), digest("card 1"));
        reports.record(run, digest("report"), "WAITING", digest("page 1"), digest("card 1"));
        reports.record(run, digest("report"), "PROMOTED", digest("page 2"), digest("card 2"));

        assertThat(reports.of(run, digest("report")))
                .extracting(ReportRow::standing, ReportRow::page, ReportRow::card)
                .containsExactly(
                        tuple("WAITING", digest("page 1"), digest("card 1")),
                        tuple("PROMOTED", digest("page 2"), digest("card 2")));
    }

    private static Evaluation evaluation(RunId run) {
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        run,
                        new ModelVersion(1, digest("model")),
                        Examples.manifest("examples").digest(),
                        digest("scores"),
                        null,
                        null,
                        new TrainingOverlap(List.of(), 0, 0, 0, List.of()),
                        Bootstrap.standard(),
                        null),
                new Judgement(846, 800, 2.5, FIGURES, List.of(), null),
                null,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));
    }
}
