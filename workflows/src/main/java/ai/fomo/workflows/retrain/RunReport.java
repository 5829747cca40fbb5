package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.evaluation.EvaluationStubs;
import ai.fomo.workflows.evaluation.ReportRequest;
import ai.fomo.workflows.evaluation.ReportResult;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The page and the card of a run. They tell of what happened and change none of it: where one cannot be written, the run goes on. */
final class RunReport {
    /** Runs that began before there were reports go on without them. */
    private static final String CHANGE = "write-report";

    private static final Logger LOG = Workflow.getLogger(RunReport.class);

    private RunReport() {}

    /** Not to be cancelled: at the run's end there is nothing left to cancel. Empty where there is none. */
    static Optional<ReportResult> write(RunId run, @Nullable Sha256 evaluation, boolean awaitsPerson) {
        if (evaluation == null
                || Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            return Optional.empty();
        }
        CompletablePromise<Optional<ReportResult>> report = Workflow.newPromise();
        RetrainWorkflowImpl.unstoppably(
                () -> report.complete(attempt(new ReportRequest(run, evaluation, awaitsPerson))));
        return report.get();
    }

    private static Optional<ReportResult> attempt(ReportRequest request) {
        try {
            return Optional.of(EvaluationStubs.evaluations().writeReport(request));
        } catch (ActivityFailure failure) {
            LOG.warn(
                    "{} has no report: {}",
                    request.run(),
                    FailureSentence.of(failure).sentence());
            return Optional.empty();
        }
    }
}
