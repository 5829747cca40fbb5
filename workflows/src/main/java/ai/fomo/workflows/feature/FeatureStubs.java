package ai.fomo.workflows.feature;

import ai.fomo.workflows.ActivityPolicies;
import ai.fomo.workflows.TaskQueues;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** The feature activities as workflows call them: reading and writing on one queue, the encoder on another. */
final class FeatureStubs {
    private FeatureStubs() {}

    static FeatureActivities features() {
        return Workflow.newActivityStub(
                FeatureActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(10)).build(),
                ActivityPolicies.summaries(
                        Map.of("PlanFeatures", "what the cache lacks", "GatherFeatures", "manifest of all features")));
    }

    /** @param shard counted from 0 */
    static FeatureActivities shard(int shard, int shards) {
        return Workflow.newActivityStub(
                FeatureActivities.class,
                ActivityPolicies.compute(TaskQueues.FEATURES, Duration.ofHours(1))
                        .setSummary("shard " + (shard + 1) + " of " + shards)
                        .build());
    }
}
