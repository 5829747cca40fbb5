package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** From a source of covers to a promoted model. */
@WorkflowInterface
public interface RetrainWorkflow {
    @WorkflowMethod
    RetrainResult retrain(RetrainRequest request);

    @QueryMethod
    RetrainProgress progress();

    /** Answers the question that a run waits with; refused where it does not wait, or where the answer is unsigned. */
    @UpdateMethod
    ApprovalAnswer decide(ApprovalAnswer answer);

    @UpdateValidatorMethod(updateName = "decide")
    void validateDecide(ApprovalAnswer answer);

    static String workflowId(String dataset, int number) {
        return "retrain-" + dataset + "-" + number;
    }

    /** A run's id is used once: its rows are keyed by it. */
    static WorkflowOptions options(RunId run, RetrainRequest request) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(run.value())
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setStaticSummary("retrain on " + request.dataset() + ": "
                        + request.configuration().preset() + " on " + request.encoder() + ", seed "
                        + request.configuration().seed())
                .build();
    }
}
