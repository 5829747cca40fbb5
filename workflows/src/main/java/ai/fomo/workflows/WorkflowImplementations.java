package ai.fomo.workflows;

import ai.fomo.workflows.catalogue.CatalogueWorkflowImpl;
import ai.fomo.workflows.catalogue.ScheduledSyncWorkflowImpl;
import ai.fomo.workflows.evaluation.EvaluationWorkflowImpl;
import ai.fomo.workflows.feature.FeatureWorkflowImpl;
import ai.fomo.workflows.poster.PosterWorkflowImpl;
import ai.fomo.workflows.registry.PromotionWorkflowImpl;
import ai.fomo.workflows.registry.RollbackWorkflowImpl;
import ai.fomo.workflows.retrain.RetrainWorkflowImpl;
import ai.fomo.workflows.training.ReproduceWorkflowImpl;

/** What a worker of {@link TaskQueues#WORKFLOWS} runs. */
public final class WorkflowImplementations {
    private WorkflowImplementations() {}

    public static Class<?>[] all() {
        return new Class<?>[] {
            RetrainWorkflowImpl.class,
            CatalogueWorkflowImpl.class,
            ScheduledSyncWorkflowImpl.class,
            FeatureWorkflowImpl.class,
            EvaluationWorkflowImpl.class,
            ReproduceWorkflowImpl.class,
            PosterWorkflowImpl.class,
            PromotionWorkflowImpl.class,
            RollbackWorkflowImpl.class
        };
    }
}
