package ai.fomo.workflows.catalogue;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Brings the covers of an outside source into the catalogue; goes on where the last run stopped. */
@WorkflowInterface
public interface CatalogueWorkflow {
    @WorkflowMethod
    CatalogueResult sync(CatalogueRequest request);

    static String workflowId(String source) {
        return "catalogue-" + source;
    }
}
