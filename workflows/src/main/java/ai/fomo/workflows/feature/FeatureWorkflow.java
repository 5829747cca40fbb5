package ai.fomo.workflows.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Computes the features that a dataset lacks, in shards, over as many workers as there are. */
@WorkflowInterface
public interface FeatureWorkflow {
    @WorkflowMethod
    FeatureManifest extract(FeatureRequest request);

    /** How far it is. */
    @QueryMethod
    FeatureProgress progress();

    static String workflowId(Sha256 dataset, String encoder) {
        return "features-" + dataset.abbreviated() + "-" + encoder;
    }

    static String workflowId(FeatureRequest request) {
        String original = workflowId(request.dataset(), request.encoder());
        return request.wantedView() == View.ORIGINAL
                ? original
                : original + "-" + request.wantedView().label();
    }

    /** One extraction of a dataset at a time: a second retraining waits for its turn, and finds the cache full. See {@code ChildTurn}. */
    static ChildWorkflowOptions childOptions(FeatureRequest request) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(request))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setStaticSummary((request.wantedView() == View.ORIGINAL ? "features" : "features of mirrored images")
                        + " of dataset " + request.dataset().abbreviated() + " with " + request.encoder())
                .build();
    }
}
