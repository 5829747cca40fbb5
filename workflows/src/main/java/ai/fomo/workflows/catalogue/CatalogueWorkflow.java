package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Brings the covers of an outside source into the catalogue; goes on where the last run stopped. */
@WorkflowInterface
public interface CatalogueWorkflow {
    @WorkflowMethod
    CatalogueResult sync(CatalogueRequest request);

    @QueryMethod
    CatalogueProgress progress();

    static String workflowId(String source) {
        return "catalogue-" + source;
    }

    /** One sync of a source at a time, as often as one likes; starting a second one joins the first. */
    static WorkflowOptions options(CatalogueRequest request) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(request.source()))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setStaticSummary(summary(request))
                .build();
    }

    /** As a child, which cannot join a sync that runs: it starts when that one has ended. See {@code ChildTurn}. */
    static ChildWorkflowOptions childOptions(CatalogueRequest request) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(request.source()))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setStaticSummary(summary(request))
                .build();
    }

    private static String summary(CatalogueRequest request) {
        return "covers of " + request.source();
    }
}
