package ai.fomo.workflows.poster;

import ai.fomo.domain.Sha256;
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
}
