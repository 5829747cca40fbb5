package ai.fomo.workflows.registry;

import ai.fomo.domain.registry.PromotionOutcome;
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
}
