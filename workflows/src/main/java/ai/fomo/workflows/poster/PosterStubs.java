package ai.fomo.workflows.poster;

import ai.fomo.workflows.ActivityPolicies;
import ai.fomo.workflows.TaskQueues;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** A poster's activities as workflows call them. */
final class PosterStubs {
    private PosterStubs() {}

    static PosterActivities posters() {
        return Workflow.newActivityStub(
                PosterActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(1)).build(),
                ActivityPolicies.summaries(
                        Map.of("TakeIn", "fetch, validate, store", "Record", "row of the classification")));
    }

    static ClassifyPosterActivity classifier() {
        return Workflow.newActivityStub(
                ClassifyPosterActivity.class,
                ActivityPolicies.serve(TaskQueues.CLASSIFY, Duration.ofMinutes(1))
                        .build());
    }
}
