package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.workflows.evaluation.CalibrationRequest;
import ai.fomo.workflows.evaluation.EvaluationActivities;
import ai.fomo.workflows.evaluation.EvaluationRequest;
import ai.fomo.workflows.evaluation.EvaluationResult;
import ai.fomo.workflows.evaluation.EvaluationStubs;
import ai.fomo.workflows.evaluation.GateRequest;
import ai.fomo.workflows.feature.UsedFeatures;
import ai.fomo.workflows.registry.PromotionRequest;
import ai.fomo.workflows.registry.RegistryActivities;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From trained weights to a verdict: calibrate, evaluate, gate, approve, promote. */
final class Judging {
    /** How often a model whose champion has changed meanwhile is judged again before its run gives up. */
    private static final int REPETITIONS = 3;

    private final RunId run;
    private final RetrainRequest request;
    private final Dataset dataset;
    private final List<String> findings;
    private final UsedFeatures features;
    private final StageLog stages;
    private final PendingDecision decision;
    private final RegistryActivities registry;
    private final EvaluationActivities evaluations = EvaluationStubs.evaluations();

    Judging(
            RunId run,
            RetrainRequest request,
            Dataset dataset,
            List<String> findings,
            UsedFeatures features,
            StageLog stages,
            PendingDecision decision,
            RegistryActivities registry) {
        this.run = run;
        this.request = request;
        this.dataset = dataset;
        this.findings = findings;
        this.features = features;
        this.stages = stages;
        this.decision = decision;
        this.registry = registry;
    }

    /**
     * A verdict holds against one champion only. Where another model has become the champion in between, the gate, and the
     * person if one decides, are asked again.
     */
    RetrainResult judge(Sha256 weights) {
        stages.enter(
                RetrainStage.CALIBRATE, "thresholds from " + dataset.splits().validation() + " validation images");
        ModelVersion model = features.read(() -> evaluations.calibrate(
                        new CalibrationRequest(run, features.originals(), request.configuration(), weights)))
                .model();
        for (int repetition = 0; ; repetition++) {
            stages.enter(
                    RetrainStage.EVALUATE,
                    "version " + model.version() + " on " + dataset.splits().test() + " test images");
            EvaluationResult evaluation = features.read(() ->
                    evaluations.evaluate(new EvaluationRequest(run, features.originals(), model, features.posters())));

            stages.enter(RetrainStage.GATE, "version " + model.version());
            GateDecision gate =
                    evaluations.gate(new GateRequest(run, evaluation.report())).decision();
            Verdict verdict = new Verdict(model, evaluation, gate);
            if (!gate.passed()) {
                return result(RetrainOutcome.REFUSED, Sentences.refused(model, gate), verdict);
            }

            stages.enter(RetrainStage.APPROVE, "version " + model.version());
            Optional<ApprovalAnswer> answer = approve(model, evaluation);
            if (!answer.map(ApprovalAnswer::approved).orElse(false)) {
                return result(RetrainOutcome.REJECTED, Sentences.rejected(model, answer), verdict);
            }

            stages.enter(RetrainStage.PROMOTE, "version " + model.version());
            PromotionOutcome outcome = promote(verdict, answer.orElseThrow());
            if (outcome instanceof PromotionOutcome.Promoted promoted) {
                return result(
                        RetrainOutcome.PROMOTED,
                        Sentences.promoted(promoted, answer.orElseThrow().by()),
                        verdict);
            }
            if (outcome instanceof PromotionOutcome.Superseded superseded && model.equals(superseded.champion())) {
                return result(RetrainOutcome.PROMOTED, Sentences.promotedMeanwhile(model), verdict);
            }
            if (repetition == REPETITIONS) {
                return result(RetrainOutcome.SUPERSEDED, Sentences.superseded(model, repetition + 1), verdict);
            }
        }
    }

    /** Empty where nobody answered in time. */
    private Optional<ApprovalAnswer> approve(ModelVersion model, EvaluationResult evaluation) {
        if (request.approval() instanceof Approval.ByPerson byPerson) {
            // There has to be something to decide on.
            RunReport.write(run, evaluation.report(), true);
            Instant deadline =
                    Instant.ofEpochMilli(Workflow.currentTimeMillis()).plus(byPerson.timeLimit());
            stages.waitFor(Sentences.waiting(run, model, deadline), Sentences.waitingDetails(run, model, deadline));
            return decision.await(byPerson.timeLimit());
        }
        return Optional.of(new ApprovalAnswer(true, "auto", "passed the gate"));
    }

    /** Not to be cancelled halfway: a run that has promoted its model must not end as cancelled. */
    private PromotionOutcome promote(Verdict verdict, ApprovalAnswer answer) {
        CompletablePromise<PromotionOutcome> outcome = Workflow.newPromise();
        RetrainWorkflowImpl.unstoppably(() -> outcome.complete(registry.promote(new PromotionRequest(
                run,
                Workflow.getInfo().getFirstExecutionRunId(),
                verdict.model(),
                verdict.evaluation().champion(),
                answer.by(),
                answer.reason()))));
        return outcome.get();
    }

    private RetrainResult result(RetrainOutcome outcome, String explanation, Verdict verdict) {
        return new RetrainResult(
                run,
                outcome,
                explanation,
                dataset,
                verdict.model(),
                verdict.evaluation().figures(),
                verdict.gate(),
                stages.timesSoFar(),
                Stream.concat(Sentences.withBad(findings, features).stream(), verdict.evaluation().findings().stream())
                        .toList(),
                verdict.evaluation().report(),
                null);
    }

    /** What the gate said of a model, and on which figures. */
    private record Verdict(ModelVersion model, EvaluationResult evaluation, GateDecision gate) {}
}
