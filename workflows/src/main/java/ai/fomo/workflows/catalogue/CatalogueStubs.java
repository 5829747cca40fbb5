package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.ActivityPolicies;
import ai.fomo.workflows.TaskQueues;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/**
 * The catalogue's activities as workflows call them: its rows on one queue, each outside API on its own. A request that has been
 * sent when a sync is cancelled is waited for, so that its rows are written before the sync's end; Temporal drops those that wait
 * for a worker or for another attempt.
 */
final class CatalogueStubs {
    private static final Duration ONE_REQUEST = Duration.ofMinutes(3);
    private static final int ATTEMPTS_FOR_A_COVER = 8;

    private CatalogueStubs() {}

    static CatalogueActivities catalogue() {
        return Workflow.newActivityStub(
                CatalogueActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(1)).build(),
                ActivityPolicies.summaries(Map.of(
                        "PlanSync", "where each genre stopped",
                        "PickAlbums", "listed, and not fetched yet",
                        "CountCovers", "covers by now",
                        "FinishSync", "how it ended")));
    }

    static SourceActivities api(SourceKind kind, String summary) {
        return Workflow.newActivityStub(
                SourceActivities.class,
                ActivityPolicies.outside(TaskQueues.source(kind), ONE_REQUEST)
                        .setSummary(summary)
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .build());
    }

    /** Given up sooner than a listing: there are others, and it is tried again by the next sync. */
    static CoverActivities cover(SourceKind kind, AlbumReference album) {
        return Workflow.newActivityStub(
                CoverActivities.class,
                ActivityPolicies.outside(TaskQueues.covers(kind), ONE_REQUEST, ATTEMPTS_FOR_A_COVER)
                        .setSummary(album.album())
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .build());
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
