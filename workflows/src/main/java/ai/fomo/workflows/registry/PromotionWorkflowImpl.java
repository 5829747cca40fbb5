package ai.fomo.workflows.registry;

import ai.fomo.domain.registry.PromotionOutcome;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** One transaction, made durable. */
public final class PromotionWorkflowImpl implements PromotionWorkflow {
    private final RegistryActivities registry = RegistryStubs.registry();

    @Override
    public PromotionOutcome promote(PromotionInput input) {
        WorkflowInfo info = Workflow.getInfo();
        return registry.promoteDecided(new DecidedPromotionRequest(
                info.getWorkflowId(), info.getFirstExecutionRunId(), input.version(), input.by(), input.reason()));
    }
}
