package ai.fomo.workflows.catalogue;

import io.temporal.workflow.Workflow;
import java.util.List;

/** {@inheritDoc} */
public final class CatalogueWorkflowImpl implements CatalogueWorkflow {
    private static final String ONE_REQUEST_PER_ACTIVITY = "one request per activity";

    @Override
    public CatalogueResult sync(CatalogueRequest request) {
        if (Workflow.getVersion(ONE_REQUEST_PER_ACTIVITY, Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            return new PagedSync().sync(request);
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public CatalogueProgress progress() {
        return new CatalogueProgress(null, 0, 0, 0, 0, List.of(), null);
    }
}
