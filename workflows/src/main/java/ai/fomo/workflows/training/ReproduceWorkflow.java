package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Trains again what a run has trained, from its record, and says whether the same came of it. Registers no model. */
@WorkflowInterface
public interface ReproduceWorkflow {
    String PREFIX = "reproduce-";

    @WorkflowMethod
    ReproduceResult reproduce(ReproduceRequest request);

    static String workflowId(RunId run, int number) {
        return PREFIX + run + "-" + number;
    }

    /** An id is used once: its rows are keyed by it. */
    static WorkflowOptions options(RunId run, int number) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(run, number))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setStaticSummary("reproduce " + run)
                .build();
    }
}
