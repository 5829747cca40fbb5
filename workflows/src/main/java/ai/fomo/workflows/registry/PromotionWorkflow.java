package ai.fomo.workflows.registry;

import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.workflows.Summary;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A model becomes the champion by a person's decision, on the strength of what the gate decided before. */
@WorkflowInterface
public interface PromotionWorkflow {
    @WorkflowMethod
    PromotionOutcome promote(PromotionInput input);

    static String workflowId(int number) {
        return "promote-" + number;
    }

    /** An id is used once, so that a command that is repeated by mistake does not promote twice. */
    static WorkflowOptions options(int number, PromotionInput input) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(number))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setStaticSummary(
                        Summary.of("promote model " + input.version() + " by " + input.by() + ": " + input.reason()))
                .build();
    }
}
