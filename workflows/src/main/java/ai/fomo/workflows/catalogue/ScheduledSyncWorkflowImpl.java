package ai.fomo.workflows.catalogue;

import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Workflow;

/** {@inheritDoc} */
public final class ScheduledSyncWorkflowImpl implements ScheduledSyncWorkflow {
    @Override
    public void sync(CatalogueRequest request) {
        try {
            Workflow.newChildWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.childOptions(request))
                    .sync(request);
        } catch (ChildWorkflowFailure failure) {
            if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                throw failure;
            }
            Workflow.setCurrentDetails(CatalogueWorkflow.workflowId(request.source()) + " was running already");
        }
    }
}
