package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.ActivityPolicies;
import ai.fomo.workflows.TaskQueues;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** The catalogue's activities as workflows call them: its rows on one queue, each outside API on its own. */
final class CatalogueStubs {
    private CatalogueStubs() {}

    static CatalogueActivities catalogue() {
        return Workflow.newActivityStub(
                CatalogueActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(1)).build(),
                ActivityPolicies.summaries(
                        Map.of("PlanSync", "where each genre stopped", "CountCovers", "covers by now")));
    }

    /** A short rate limit is the activity's affair: it names the delay of its next attempt. */
    static PagedSyncActivities page(SourceKind kind, String genre) {
        return Workflow.newActivityStub(
                PagedSyncActivities.class,
                ActivityPolicies.outside(TaskQueues.source(kind), Duration.ofMinutes(10))
                        .setSummary(genre)
                        .build());
    }
}
