package ai.fomo.workflows.feature;

import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.workflows.ChildTurn;
import io.temporal.workflow.Workflow;

/** Features of a dataset, for workflows that need them. */
public final class Features {
    private Features() {}

    /**
     * Runs the child that extracts those that are missing; once more where some were lost before it could gather them.
     *
     * @param whenTaken is told where an extraction of the same dataset runs already, and this one waits
     */
    public static FeatureManifest extract(FeatureRequest request, Runnable whenTaken) {
        return LostFeatures.recovered(
                () -> ChildTurn.take(
                        FeatureWorkflow.workflowId(request),
                        () -> Workflow.newChildWorkflowStub(
                                        FeatureWorkflow.class, FeatureWorkflow.childOptions(request))
                                .extract(request),
                        whenTaken),
                () -> {});
    }
}
