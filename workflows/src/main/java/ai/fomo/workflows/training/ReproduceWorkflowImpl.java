package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.evaluation.CalibrationRequest;
import ai.fomo.workflows.evaluation.EvaluationStubs;
import ai.fomo.workflows.feature.UsedFeatures;
import ai.fomo.workflows.registry.RegistryActivities;
import ai.fomo.workflows.registry.RegistryStubs;
import ai.fomo.workflows.registry.RunFinish;
import ai.fomo.workflows.registry.RunStart;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The order of a reproduction, top to bottom. */
public final class ReproduceWorkflowImpl implements ReproduceWorkflow {
    private final RunId run = new RunId(Workflow.getInfo().getWorkflowId());
    private final RegistryActivities registry = RegistryStubs.registry();
    private final ReproductionActivities reproduction = ReproductionStubs.reproduction();

    @Override
    public ReproduceResult reproduce(ReproduceRequest request) {
        TrainingRecord original = reproduction.recallTraining(request);
        String firstExecution = Workflow.getInfo().getFirstExecutionRunId();
        registry.startRun(new RunStart(run, firstExecution, original.dataset(), original.configuration()));
        try {
            ReproduceResult result = reproduction.compareTrainings(
                    new ComparisonRequest(request.run(), run, original.model(), train(original)));
            finish(result.outcome().name(), result.inWords());
            return result;
        } catch (TemporalFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                finish(RunFinish.CANCELLED, "cancelled");
                throw new CanceledFailure("cancelled");
            }
            FailureSentence cause = FailureSentence.of(failure);
            finish(RunFinish.FAILED, cause.sentence());
            throw ApplicationFailure.newNonRetryableFailureWithCause(cause.sentence(), cause.type(), failure);
        }
    }

    /** @return digest of the model; null where the loss was no number in the end */
    private @Nullable Sha256 train(TrainingRecord original) {
        UsedFeatures features = new UsedFeatures(original.features(), original.mirrored(), null, Runnable::run);
        TrainingOutcome outcome = features.read(() -> TrainingStubs.training(
                        original.configuration().preset() + ", again, at most "
                                + original.configuration().epochs() + " epochs")
                .train(new TrainingRequest(run, features.originals(), original.configuration(), features.mirrored())));
        if (!(outcome instanceof TrainingOutcome.Converged converged)) {
            return null;
        }
        return features.read(() -> EvaluationStubs.evaluations()
                        .assemble(new CalibrationRequest(
                                run, features.originals(), original.configuration(), converged.weights())))
                .digest();
    }

    /** Its row is closed even while it is being cancelled. */
    private void finish(String outcome, String explanation) {
        Workflow.newDetachedCancellationScope(() -> registry.finishRun(new RunFinish(run, outcome, explanation)))
                .run();
    }
}
