package ai.fomo.workflows.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
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
}
