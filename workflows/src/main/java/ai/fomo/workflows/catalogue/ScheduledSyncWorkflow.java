package ai.fomo.workflows.catalogue;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * What a schedule starts. Temporal appends the time to the id of a scheduled workflow, so that it cannot be the sync itself,
 * of which there is one per source: it has that one as its child.
 */
@WorkflowInterface
public interface ScheduledSyncWorkflow {
    /** Does nothing where a sync of the source is running already: that one fetches what is new. */
    @WorkflowMethod
    void sync(CatalogueRequest request);

    /** Of the schedule, and the beginning of the ids of what it starts. */
    static String scheduleId(String source) {
        return "daily-" + CatalogueWorkflow.workflowId(source);
    }
}
