package ai.fomo.workflows.registry;

import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.workflows.Summary;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The previous champion again. */
@WorkflowInterface
public interface RollbackWorkflow {
    @WorkflowMethod
    PromotionOutcome rollback(RollbackInput input);

    static String workflowId(int number) {
        return "rollback-" + number;
    }

    /** An id is used once, so that a command that is repeated by mistake does not roll back twice. */
    static WorkflowOptions options(int number, RollbackInput input) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(number))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setStaticSummary(Summary.of("rollback by " + input.by() + ": " + input.reason()))
                .build();
    }
}
