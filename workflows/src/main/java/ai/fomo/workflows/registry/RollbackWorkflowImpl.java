package ai.fomo.workflows.registry;

import ai.fomo.domain.registry.PromotionOutcome;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** One transaction, made durable. */
public final class RollbackWorkflowImpl implements RollbackWorkflow {
    private final RegistryActivities registry = RegistryStubs.registry();

    @Override
    public PromotionOutcome rollback(RollbackInput input) {
        WorkflowInfo info = Workflow.getInfo();
        return registry.rollback(
                new RollbackRequest(info.getWorkflowId(), info.getFirstExecutionRunId(), input.by(), input.reason()));
    }
}
