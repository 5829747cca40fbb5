package ai.fomo.workflows.poster;

import ai.fomo.domain.Sha256;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One poster: fetched, validated, stored, classified, recorded. */
@WorkflowInterface
public interface PosterWorkflow {
    @WorkflowMethod
    PosterResult classify(PosterRequest request);

    static String workflowId(Sha256 poster, int modelVersion) {
        return "poster-" + poster + "-" + modelVersion;
    }

    /** As often as one likes, since it records nothing twice; whoever asks while it runs gets the same answer. */
    static WorkflowOptions options(Sha256 poster, int modelVersion) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(poster, modelVersion))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setStaticSummary("genres of poster " + poster.abbreviated())
                .build();
    }
}
